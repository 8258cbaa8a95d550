package dev.waymark.conformance.subject;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.server.providers.Assignment;
import dev.waymark.server.providers.Media;
import dev.waymark.server.providers.Provider;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A provider that costs money, and remembers what it was asked for. It serves {@code paid-1}. */
public final class PaidProvider implements Provider {
  private final List<String> prompts = new CopyOnWriteArrayList<>();

  /** Of every call, in their order. */
  public List<String> prompts() {
    return List.copyOf(prompts);
  }

  @Override
  public String name() {
    return "paid";
  }

  @Override
  public boolean costs() {
    return true;
  }

  @Override
  public Optional<String> objection(JsonNode parameters, JsonNode settings) {
    return Optional.empty();
  }

  @Override
  public Media generate(Assignment assignment) {
    prompts.add(assignment.prompt());
    return new Media(new byte[] {1}, "image/png");
  }
}
