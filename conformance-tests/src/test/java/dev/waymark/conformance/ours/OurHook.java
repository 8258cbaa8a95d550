package dev.waymark.conformance.ours;

import static dev.waymark.conformance.subject.Faults.CLOCK_BROKEN;
import static dev.waymark.conformance.subject.Faults.DATABASE_LOST;
import static dev.waymark.conformance.subject.Faults.STORE_BROKEN;

import dev.waymark.conformance.subject.Faults;
import dev.waymark.conformance.subject.Generate;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.targets.Hook;
import dev.waymark.conformance.targets.Trouble;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import dev.waymark.conformance.wire.Sender;
import java.time.Duration;
import java.util.Optional;

/** Trouble for a server in this process that keeps no keys at hand, but asks for each. */
public record OurHook(Subject subject) implements Hook {
  private static final Duration LONGER_THAN_OUTPUTS_ARE_KEPT = Duration.ofHours(25);

  @Override
  public Optional<Exchange> send(Trouble trouble, Request request, Sender sender) {
    return switch (trouble) {
      case STORE_BROKEN ->
          Optional.of(
              request.path().equals(Generate.PATH)
                  ? sender.send(poisoned(request))
                  : struck(STORE_BROKEN, request, sender));
      case DATABASE_LOST -> Optional.of(struck(DATABASE_LOST, request, sender));
      case CODE_BROKEN ->
          Optional.of(sender.send(request.with(Faults.HEADER, CLOCK_BROKEN + " 0")));
      case A_DAY_LATER -> {
        subject.time().pass(LONGER_THAN_OUTPUTS_ARE_KEPT);
        yield Optional.of(sender.send(request));
      }
      case WRITES_WAIT ->
          Optional.of(
              subject
                  .jdbi()
                  .inTransaction(tx -> {
                    tx.execute("LOCK TABLE api_key, account IN EXCLUSIVE MODE");
                    return sender.send(request);
                  }));
      case FULL -> Optional.empty();
    };
  }

  /**
   * Strikes as late as the operation's own work, and if that asks for nothing, when the key is
   * looked up.
   */
  private static Exchange struck(String fault, Request request, Sender sender) {
    Exchange late = sender.send(request.with(Faults.HEADER, fault + " 1"));
    return late.status() >= 500 ? late : sender.send(request.with(Faults.HEADER, fault + " 0"));
  }

  private static Request poisoned(Request start) {
    String body = new String(start.body(), java.nio.charset.StandardCharsets.UTF_8);
    return start.withBody(body.replace("\"prompt\":\"", "\"prompt\":\"poison "));
  }
}
