package dev.waymark.conformance.judging;

import static dev.waymark.conformance.judging.Cast.script;

import dev.waymark.conformance.faults.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** When a call is sent again, how often, and until when. */
final class WaitCases {
  private static final Duration AN_HOUR = Duration.ofHours(1);

  private final Cast cast;

  WaitCases(Cast cast) {
    this.cast = cast;
  }

  List<ClientCase> all() {
    Reply overloaded = cast.error("OVERLOADED");
    Reply accepted = cast.accepted();
    return List.of(
        ClientCase.of(
            script("limit-then-accepted", "429, then 202", cast.error("RATE_LIMIT"), accepted),
            cast.start(),
            "SEND-02",
            "SEND-03",
            "SEND-06",
            "SEND-11",
            "READ-01"),
        ClientCase.of(
            script(
                "twice-full-then-accepted", "503, 503, then 202", overloaded, overloaded, accepted),
            cast.start(),
            "SEND-02",
            "SEND-03",
            "SEND-06",
            "READ-01"),
        ClientCase.of(
            script(
                "in-progress-then-accepted",
                "409, then 202",
                cast.error("IDEMPOTENCY_IN_PROGRESS"),
                accepted),
            cast.start(),
            "SEND-03"),
        ClientCase.of(
            script(
                "failed-then-found",
                "500 on a GET, then 200",
                cast.errorOfGet("INTERNAL_ERROR"),
                cast.found()),
            cast.get(),
            "SEND-03"),
        ClientCase.of(
            script(
                "twice-failed-then-accepted",
                "500, 500, then 202",
                cast.error("INTERNAL_ERROR"),
                cast.error("INTERNAL_ERROR"),
                accepted),
            cast.start(),
            "SEND-08",
            "SEND-13"),
        ClientCase.of(
            script("full-for-ever", "503, again and again", overloaded), cast.start(), "SEND-04"),
        new ClientCase(
            script("key-of-the-caller", "503, then 202", overloaded, accepted),
            List.of(cast.start().withIdempotencyKey("order-4711")),
            Optional.empty(),
            Set.of("SEND-06", "SEND-07")),
        new ClientCase(
            script("two-calls", "503, 202, 503, 202", overloaded, accepted, overloaded, accepted),
            List.of(cast.start(), cast.start()),
            Optional.empty(),
            Set.of("SEND-06", "SEND-07")),
        ClientCase.of(
            script(
                "wait-of-an-hour",
                "429 that names an hour",
                Cast.naming(cast.error("RATE_LIMIT"), AN_HOUR)),
            cast.startInABriefTime(),
            "SEND-05",
            "SEND-02"),
        ClientCase.of(
            script(
                "wait-of-an-hour-by-a-proxy",
                "503 as a page that names an hour",
                cast.page(503).with("Retry-After", "3600")),
            cast.startInABriefTime(),
            "SEND-05",
            "SEND-02"),
        ClientCase.of(
            script(
                "wait-that-fits-once", "503 that names most of the deadline", longer(overloaded)),
            cast.startInABriefTime(),
            "SEND-05",
            "SEND-02"),
        ClientCase.of(
            script(
                "wait-with-a-fraction",
                "429 with Retry-After: 1.5, then 202",
                cast.waiting("RATE_LIMIT", "1.5"),
                accepted),
            cast.start(),
            "SEND-02"),
        ClientCase.of(
            script(
                "wait-until-a-date",
                "503 with a date in Retry-After, then 202",
                cast.waiting("OVERLOADED", "in 3 seconds"),
                accepted),
            cast.start(),
            "SEND-02"),
        ClientCase.of(
            script(
                "wait-in-the-body",
                "429 with the wait in its body only, then 202",
                cast.error("RATE_LIMIT").without("Retry-After").without("Retry-After-Ms"),
                accepted),
            cast.start(),
            "SEND-02"),
        ClientCase.of(
            script(
                "wait-in-milliseconds",
                "429 with Retry-After: 2 and Retry-After-Ms: 1300, then 202",
                cast.waiting("RATE_LIMIT", "2").with("Retry-After-Ms", "1300"),
                accepted),
            cast.start(),
            "SEND-02",
            "SEND-11"),
        ClientCase.of(
            script(
                "wait-in-the-header",
                "503 with the wait in Retry-After only, then 202",
                cast.waiting("OVERLOADED", "2"),
                accepted),
            cast.start(),
            "SEND-02"));
  }

  private Reply longer(Reply reply) {
    return Cast.naming(reply, cast.pace().brief().multipliedBy(3).dividedBy(5));
  }
}
