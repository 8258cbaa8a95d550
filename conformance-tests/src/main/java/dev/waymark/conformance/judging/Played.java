package dev.waymark.conformance.judging;

import dev.waymark.conformance.drivers.Told;
import dev.waymark.conformance.verdicts.Evidence;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** A case that was played: its calls in turn. */
public record Played(ClientCase one, List<Heard> calls) {
  public Played {
    calls = List.copyOf(calls);
  }

  /** The timeline, without bodies and keys. */
  Evidence evidence(Redaction redaction) {
    Instant zero = calls.isEmpty() ? Instant.EPOCH : calls.getFirst().began();
    String asked =
        calls.stream()
            .map(call ->
                "%s, deadline %.1f s, at most %d attempts%n"
                    .formatted(
                        call.order(),
                        call.order().deadline().toMillis() / 1000.0,
                        call.order().attempts()))
            .collect(Collectors.joining());
    String seen =
        calls.stream()
            .map(call ->
                call.arrivals().stream()
                        .map(arrival -> arrival.shown(zero) + "\n")
                        .collect(Collectors.joining())
                    + "the client says: "
                    + call.told().map(Told::line).orElse(call.failure())
                    + "\n")
            .collect(Collectors.joining());
    return new Evidence(asked, redaction.clean(seen), "");
  }
}
