package dev.waymark.server;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.server.ids.GenerationId;
import dev.waymark.server.providers.Assignment;
import dev.waymark.server.providers.Found;
import dev.waymark.server.providers.Media;
import dev.waymark.server.providers.Provider;
import dev.waymark.server.providers.ProviderException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A provider that does what a test has written down for a generation, and makes three bytes where
 * nothing is.
 */
public final class ScriptedProvider implements Provider {
  private static final byte[] THREE_BYTES = {1, 2, 3};

  private final Map<GenerationId, Queue<Act>> acts = new ConcurrentHashMap<>();
  private final Map<GenerationId, Found> known = new ConcurrentHashMap<>();

  /** What happens in one attempt. */
  @FunctionalInterface
  public interface Act {
    Media play(Assignment assignment) throws ProviderException, InterruptedException;
  }

  /** One act for each of the next attempts. */
  public void script(GenerationId generation, Act... attempts) {
    acts.computeIfAbsent(generation, _ -> new ConcurrentLinkedQueue<>()).addAll(List.of(attempts));
  }

  /** What the provider says from now on when it is asked for this generation. */
  public void remember(GenerationId generation, Found found) {
    known.put(generation, found);
  }

  @Override
  public Found find(GenerationId generation, JsonNode settings) {
    return known.getOrDefault(generation, new Found.Unknown());
  }

  public static Media media() {
    return new Media(THREE_BYTES.clone(), "image/png");
  }

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public boolean costs() {
    return false;
  }

  @Override
  public Optional<String> objection(JsonNode parameters, JsonNode settings) {
    return Optional.empty();
  }

  @Override
  public Media generate(Assignment assignment) throws ProviderException, InterruptedException {
    Queue<Act> script = acts.get(assignment.generation());
    Act act = script == null ? null : script.poll();
    return act == null ? media() : act.play(assignment);
  }
}
