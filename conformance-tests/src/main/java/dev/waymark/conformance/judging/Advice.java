package dev.waymark.conformance.judging;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.contract.CatalogueRow;
import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.faults.Arrival;
import dev.waymark.conformance.faults.Reply;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What the contract says about sending a call again after an attempt that did not succeed.
 *
 * @param pause that was named; nothing where the client chooses
 * @param grows whether later waits are to be longer
 * @param why in a few words
 */
record Advice(Again again, Optional<Duration> pause, boolean grows, String why) {
  private static final Set<String> LATER = Set.of("after_delay", "backoff");
  private static final Set<String> NOT_THE_SAME = Set.of("never", "fix_request");

  enum Again {
    /** It is worth it and safe. */
    PROMISED,
    /** The same, and a client may leave it to its caller. */
    HOPED,
    /** It is worth it, and whether it is safe only a client knows that knows the code. */
    FREE,
    /** Nobody says that it helps, and it is safe. */
    ALLOWED,
    /** It helps nothing, or may do a thing twice. */
    FORBIDDEN
  }

  /** {@code isGuarded} says whether it was sent with an Idempotency-Key. */
  static Advice of(Operation operation, Arrival arrival, boolean isGuarded) {
    boolean isHarmless = isGuarded || !operation.takesIdempotencyKey();
    if (!(arrival.met() instanceof Reply reply) || reply.succeeds()) {
      return isHarmless
          ? of(Again.ALLOWED, "no answer came that can be read, and a resend is harmless")
          : of(Again.FORBIDDEN, "it may have been carried out, and no Idempotency-Key guards it");
    }
    Said said = Said.by(reply);
    Advice advice = of(operation, reply, said);
    boolean open = reply.status() >= 500 && !said.code().equals("OVERLOADED");
    if (open && !isHarmless) {
      return of(Again.FORBIDDEN, "it may have been carried out, and no Idempotency-Key guards it");
    }
    boolean isFree = advice.again() == Again.PROMISED && !isHarmless && !isKnown(operation, said);
    return (isFree ? new Advice(Again.FREE, advice.pause(), advice.grows(), advice.why()) : advice)
        .withPause(said.wait(arrival.ended()));
  }

  private static boolean isKnown(Operation operation, Said said) {
    return operation.contract().catalogue().stream()
        .anyMatch(row -> row.code().equals(said.code()));
  }

  private static Advice of(Operation operation, Reply reply, Said said) {
    Optional<CatalogueRow> row =
        operation.contract().catalogue().stream()
            .filter(known -> known.code().equals(said.code()))
            .findFirst();
    String strategy =
        row.map(CatalogueRow::strategy).orElse(said.retry().path("strategy").asText());
    String whose = row.map(known -> known.code() + " is ").orElse("its retry says ") + strategy;
    String should = reply.header("X-Should-Retry").orElse("");
    if (should.equals("false")) {
      return of(Again.FORBIDDEN, "X-Should-Retry is false");
    }
    if (NOT_THE_SAME.contains(strategy)) {
      return of(Again.FORBIDDEN, whose);
    }
    if (LATER.contains(strategy)) {
      boolean grows = strategy.equals("backoff");
      return new Advice(Again.PROMISED, Optional.empty(), grows, whose);
    }
    if (should.equals("true")) {
      boolean waits = strategy.equals("after_event");
      return of(waits ? Again.HOPED : Again.PROMISED, "X-Should-Retry is true");
    }
    if (strategy.equals("after_event")) {
      return of(Again.FORBIDDEN, whose + " and nothing says that it happens soon");
    }
    return passes(reply.status())
        ? of(Again.ALLOWED, "nothing but the status " + reply.status() + " tells, which may pass")
        : of(Again.FORBIDDEN, "nothing but the status " + reply.status() + " tells");
  }

  private static Advice of(Again again, String why) {
    return new Advice(again, Optional.empty(), false, why);
  }

  private Advice withPause(Optional<Duration> named) {
    return new Advice(again, named, grows, why);
  }

  private static boolean passes(int status) {
    return status == 408 || status == 429 || status >= 500;
  }

  /** The shortest wait before the attempt that follows the given number of attempts. */
  Duration floor(int attempts, JsonNode retry) {
    Duration named = pause.orElse(Duration.ZERO);
    if (!grows) {
      return named;
    }
    long base = retry.path("base_ms").asLong(1000);
    long most = retry.path("max_ms").asLong(30_000);
    long step = Math.min(most, base << Math.min(20, attempts - 1));
    return Duration.ofMillis(Math.max(named.toMillis(), step));
  }
}
