package dev.waymark.conformance.judging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.conformance.drivers.Order;
import dev.waymark.conformance.drivers.Told;
import dev.waymark.conformance.faults.Arrival;
import dev.waymark.conformance.faults.Call;
import dev.waymark.conformance.faults.Play;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * A client that sends each call so many times, a second apart, and tells whatever a test wants.
 *
 * @param headers of each attempt
 * @param says what it tells of an order, of which these attempts have arrived
 */
record ToldStage(
    int attempts, Map<String, String> headers, BiFunction<Order, List<Arrival>, String> says)
    implements Stage {
  private static final URI NOWHERE = URI.create("http://127.0.0.1:1");
  private static final Instant BEGIN = Instant.parse("2026-11-22T08:00:00Z");
  private static final ObjectMapper JSON = new ObjectMapper();

  static ToldStage sending(int attempts, BiFunction<Order, List<Arrival>, String> says) {
    return new ToldStage(attempts, Map.of("idempotency-key", "k"), says);
  }

  @Override
  public Pace pace() {
    return Pace.REAL;
  }

  @Override
  public int atOnce() {
    return 1;
  }

  @Override
  public Played play(ClientCase one) {
    Play play = Play.of(one.script());
    List<Heard> calls = new ArrayList<>();
    for (Ask ask : one.asks()) {
      Order order = ask.order(one.name() + "-" + (calls.size() + 1), NOWHERE);
      List<Arrival> arrived = new ArrayList<>();
      Instant now = BEGIN;
      for (int attempt = 0; attempt < attempts; attempt++) {
        Call call = new Call(order.method(), order.path(), headers, "");
        arrived.add(play.over(play.arrived(call, now), now));
        now = now.plus(Duration.ofSeconds(1));
      }
      Told told = told(says.apply(order, arrived));
      calls.add(new Heard(order, Optional.of(told), "", BEGIN, now, arrived, List.of()));
    }
    return new Played(one, calls);
  }

  private static Told told(String json) {
    try {
      return Told.of((ObjectNode) JSON.readTree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}
