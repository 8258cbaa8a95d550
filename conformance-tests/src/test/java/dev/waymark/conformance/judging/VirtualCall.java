package dev.waymark.conformance.judging;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.client.GenerationRequest;
import dev.waymark.client.OpenSeams;
import dev.waymark.client.RefusedException;
import dev.waymark.client.StartOptions;
import dev.waymark.client.WaymarkClient;
import dev.waymark.client.WaymarkException;
import dev.waymark.client.WaymarkInterruptedException;
import dev.waymark.client.retry.RetryPolicy;
import dev.waymark.conformance.drivers.Order;
import dev.waymark.conformance.drivers.Told;
import dev.waymark.conformance.faults.Play;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** One call of our client, with everything outside of it in our hands. */
final class VirtualCall {
  private static final Duration A_SECOND = Duration.ofSeconds(1);

  private final Order order;
  private final VirtualTime time;
  private final Variation variation;
  private final WaymarkClient client;

  VirtualCall(
      Order order,
      Play play,
      Play elsewhere,
      VirtualTime time,
      Variation variation,
      Random random,
      AtomicLong ids) {
    this.order = order;
    this.time = time;
    this.variation = variation;
    RetryPolicy policy =
        RetryPolicy.defaults().withDeadline(order.deadline()).withAttempts(order.attempts());
    this.client =
        OpenSeams.client(
            WaymarkClient.builder()
                .baseUrl(order.url().toString())
                .key(order.key().value())
                .retryPolicy(variation.policy(policy)),
            time,
            () -> variation.random(random.nextDouble()),
            () -> variation.freshId(new UUID(7, ids.incrementAndGet())),
            new ScriptedExchange(play, elsewhere, time, variation));
  }

  Told told() {
    time.stopAfter(order.stopAfter());
    Told told = once();
    for (int calls = 1; variation.callsAgain(told, calls); calls++) {
      told = again();
    }
    client.close();
    return variation.told(told);
  }

  private Told again() {
    try {
      time.pass(A_SECOND);
    } catch (InterruptedException e) {
      throw new IllegalStateException("no such variation is stopped", e);
    }
    return once();
  }

  private Told once() {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    try {
      line.put("outcome", isSupported() ? "success" : "unsupported");
    } catch (WaymarkException failure) {
      tell(failure, line);
    } catch (IllegalStateException | ClassCastException failure) {
      line.put("outcome", "error").put("kind", failure.getClass().getSimpleName());
    }
    // It has been told to stop for this call only.
    Thread.interrupted();
    return Told.of(line);
  }

  private static void tell(WaymarkException failure, ObjectNode line) {
    boolean isStopped = failure instanceof WaymarkInterruptedException;
    line.put("outcome", "error").put("code", failure.code()).put("next", failure.next());
    line.put("kind", isStopped ? Told.STOPPED : failure.getClass().getSimpleName());
    failure.requestId().ifPresent(id -> line.put("request_id", id));
    if (failure instanceof RefusedException refused) {
      line.put("status", refused.status());
      refused.retryAfter().ifPresent(wait -> line.put("retry_after_ms", wait.toMillis()));
    }
  }

  private boolean isSupported() {
    switch (order.operation()) {
      case "startGeneration" -> client.generations().start(request(), options());
      case "getGeneration" -> client.generations().get(input("generation_id"));
      case "cancelGeneration" -> client.generations().cancel(input("generation_id"));
      case "getModel" -> client.models().get(input("model"));
      case "getKey" -> client.keys().get(input("key_id"));
      case "readAccount" -> client.admin().get(input("account_id"));
      case "getRequest" -> client.requests().get(input("request_id"));
      case "getError" -> client.errors().get(input("code"));
      // Outputs are read from the network itself.
      default -> {
        return false;
      }
    }
    return true;
  }

  private GenerationRequest request() {
    return GenerationRequest.of(input("model"), input("prompt"));
  }

  private StartOptions options() {
    return order
        .idempotencyKey()
        .map(key -> StartOptions.defaults().withIdempotencyKey(key))
        .orElse(StartOptions.defaults());
  }

  private String input(String name) {
    return order.input().path(name).asText();
  }
}
