package dev.waymark.conformance.judging;

import static dev.waymark.conformance.judging.Cast.script;

import dev.waymark.conformance.faults.Reply;
import dev.waymark.conformance.faults.Silence;
import java.time.Duration;
import java.util.List;

/** Connections that break, answers that do not come, and callers that have heard enough. */
final class SilenceCases {
  private final Cast cast;

  SilenceCases(Cast cast) {
    this.cast = cast;
  }

  List<ClientCase> all() {
    Reply accepted = cast.accepted();
    Reply cut = accepted.coming(Reply.Manner.CUT);
    return List.of(
        ClientCase.of(
            script("reset-unread", "a reset, then 202", Silence.RESET_BEFORE_READING, accepted),
            cast.start(),
            "SEND-12"),
        ClientCase.of(
            script(
                "reset-read",
                "a reset when all was read, then 202",
                Silence.RESET_AFTER_READING,
                accepted),
            cast.start(),
            "SEND-08",
            "SEND-12"),
        ClientCase.of(
            script(
                "closed-read",
                "an end when all was read, then 200 to a GET",
                Silence.CLOSED_AFTER_READING,
                cast.found()),
            cast.get(),
            "SEND-12"),
        ClientCase.of(
            script("reset-for-ever", "a reset, again and again", Silence.RESET_AFTER_READING),
            cast.startFewTimes(),
            "SEND-08",
            "READ-05"),
        ClientCase.of(
            script("success-cut", "202 cut in its middle, then whole", cut, accepted),
            cast.start(),
            "READ-01",
            "SEND-08"),
        ClientCase.of(
            script("success-always-cut", "202 cut in its middle, again and again", cut),
            cast.startFewTimes(),
            "READ-01",
            "READ-05"),
        ClientCase.of(
            script("nothing-comes", "no answer, ever", Silence.NOTHING_COMES),
            cast.startInABriefTime(),
            "SEND-05",
            "READ-05"),
        ClientCase.of(
            script("success-drips", "202, a byte at a time", accepted.coming(Reply.Manner.DRIPS)),
            cast.startInABriefTime(),
            "SEND-05"),
        ClientCase.of(
            script(
                "stopped-between",
                "503, and the caller stops",
                Cast.naming(cast.error("OVERLOADED"), cast.pace().pause().multipliedBy(5))),
            cast.start().stoppedAfter(cast.pace().pause().dividedBy(2)),
            "SEND-09"),
        ClientCase.of(
            script("stopped-within", "no answer, and the caller stops", Silence.NOTHING_COMES),
            cast.start().stoppedAfter(Duration.ofMillis(500)),
            "SEND-09"));
  }
}
