package dev.waymark.client.script;

import dev.waymark.client.retry.RetryPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Any script at all. */
final class Scripts {

  private static final Map<String, String> JSON =
      Map.of("Content-Type", "application/json", "X-Request-Id", "req_ok");

  private final Pace pace;
  private final Refusals refusals;

  Scripts(Pace pace) {
    this.pace = pace;
    this.refusals = new Refusals(pace);
  }

  Arbitrary<Script> all() {
    return any(Arbitraries.just(Optional.empty()));
  }

  /** The caller is told to stop somewhere in it. */
  Arbitrary<Script> interrupted() {
    return any(
        Arbitraries.oneOf(
                Arbitraries.integers()
                    .between(0, 300 * pace.unit())
                    .map(ms -> stop(Duration.ofMillis(ms))),
                Arbitraries.integers()
                    .between(0, 5 * pace.unit())
                    .map(ms -> stop(Duration.ofMillis(ms))),
                Arbitraries.integers()
                    .between(1, 3)
                    .map(retry -> new Script.Stop(Optional.empty(), Optional.of(retry))))
            .map(Optional::of));
  }

  private static Script.Stop stop(Duration at) {
    return new Script.Stop(Optional.of(at), Optional.empty());
  }

  private Arbitrary<Script> any(Arbitrary<Optional<Script.Stop>> stop) {
    return Combinators.combine(
            policy(),
            Arbitraries.integers()
                .between(10, 60)
                .map(n -> Duration.ofMillis(pace.patience() + (long) n * pace.unit())),
            Arbitraries.of(Deed.class).list().ofMinSize(1).ofMaxSize(4),
            steps().list().ofMaxSize(14),
            Arbitraries.integers().between(0, 999).list().ofMinSize(1).ofMaxSize(4),
            stop)
        .as(Script::new);
  }

  private Arbitrary<RetryPolicy> policy() {
    Arbitrary<Integer> pauses = Arbitraries.integers().between(1, 2 * pace.unit());
    return Combinators.combine(
            Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.integers().between(2, 6)),
                Tuple.of(1, Arbitraries.just(1))),
            Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.integers().between(100, 600)),
                Tuple.of(1, Arbitraries.integers().between(1, 100))),
            pauses,
            Arbitraries.integers().between(0, 30),
            Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(120)),
                Tuple.of(1, Arbitraries.integers().between(0, 200))),
            Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(20)),
                Tuple.of(2, Arbitraries.integers().between(0, 4))))
        .as((attempts, deadline, first, longer, cap, budget) ->
            new RetryPolicy(
                attempts,
                Duration.ofMillis(2L * pace.patience() + (long) deadline * pace.unit()),
                Duration.ofMillis(first),
                Duration.ofMillis(first + (long) longer * pace.unit()),
                Duration.ofMillis((long) cap * pace.unit()),
                budget));
  }

  private Arbitrary<Step> steps() {
    return Arbitraries.frequencyOf(
        Tuple.of(6, refusals.all()), Tuple.of(3, breaks()), Tuple.of(2, successes()));
  }

  private Arbitrary<Step> breaks() {
    return Combinators.combine(
            refusals.millis(),
            Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.of(Fault.class)),
                Tuple.of(4, Arbitraries.of(Fault.RESET, Fault.TIMEOUT, Fault.CONNECTION_REFUSED))))
        .as(Step.Break::new);
  }

  /** {@code SOUND} is filled in by who plays it, for it depends on what was asked. */
  private Arbitrary<Step> successes() {
    String address = "http://127.0.0.1:1/outputs/out_" + Outputs.SECRET + ".png";
    List<String> broken =
        List.of(
            "",
            "<html>Please log in</html>",
            "[]",
            "null",
            "{}",
            "{\"generation_id\":7,\"credits_estimate\":\"" + Deed.PROMPT + "\"}",
            "{\"prompt\":{\"" + Deed.PROMPT + "\":\"" + Deed.PROMPT + "\"},\"slug\":[\"x\"]}",
            "{\"output_url\":\"" + address + " x\",\"data\":{\"" + Deed.PROMPT + "\":1}}",
            "{\"generation_id\":\"gen_1\",\"created_at\":\"" + Deed.PROMPT + "\"}");
    return Combinators.combine(
            refusals.millis(),
            Arbitraries.of(200, 200, 202, 204, 206, 299),
            Arbitraries.of(broken).optional(0.4),
            Arbitraries.of(true, false, false, false))
        .as((millis, status, body, cut) ->
            new Step.Reply(
                millis,
                status,
                JSON,
                body.orElse(Outputs.SOUND),
                true,
                cut && !body.equals(Optional.of("")),
                body.isEmpty()));
  }

  /** Words that stand for something. */
  static final class Outputs {

    static final String SECRET = "s3cretOutput";
    static final String SOUND = "(what was asked for)";

    private Outputs() {}
  }
}
