package dev.waymark.conformance.judging;

import dev.waymark.conformance.drivers.Order;
import dev.waymark.conformance.drivers.Told;
import dev.waymark.conformance.faults.Arrival;
import dev.waymark.conformance.faults.Reply;
import dev.waymark.conformance.verdicts.Evidence;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** A case that was played: its calls in turn. */
public record Played(ClientCase one, List<Heard> calls) {
  public Played {
    calls = List.copyOf(calls);
  }

  /**
   * What was asked; when which attempt came and what met it, whole; what the client says; and how
   * to meet the same by hand. Without keys and prompts.
   */
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
    String seen = calls.stream().map(call -> seen(call, zero)).collect(Collectors.joining());
    return new Evidence(asked, redaction.clean(seen + answers()), redaction.clean(byHand()));
  }

  private static String seen(Heard call, Instant zero) {
    return call.arrivals().stream()
            .map(arrival -> arrival.shown(zero) + "\n")
            .collect(Collectors.joining())
        + call.elsewhere().stream()
            .map(arrival -> "elsewhere: " + arrival.shown(zero) + "\n")
            .collect(Collectors.joining())
        + "the client says: "
        + call.told().map(Told::line).orElse(call.failure())
        + "\n";
  }

  /** Each attempt's, in turn; one that says the same as the one before it is not shown again. */
  private String answers() {
    List<Reply> replies =
        calls.stream()
            .flatMap(call -> call.arrivals().stream())
            .map(Arrival::met)
            .filter(Reply.class::isInstance)
            .map(Reply.class::cast)
            .toList();
    StringBuilder text = new StringBuilder();
    String before = "";
    for (Reply reply : replies) {
      if (!reply.shown().equals(before)) {
        text.append("\n" + reply.whole() + "\n");
      }
      before = reply.shown();
    }
    return text.toString();
  }

  private String byHand() {
    if (calls.isEmpty()) {
      return "";
    }
    Order order = calls.getFirst().order();
    // What is sent makes no difference to the script.
    String body = order.body().isPresent() ? " -H 'Content-Type: application/json' -d '{}'" : "";
    return "waymark-conformance faults, and then: curl -i -X %s -H \"Authorization: Bearer $KEY\"%s http://127.0.0.1:4020/%s%s"
        .formatted(order.method(), body, one.name(), order.path());
  }
}
