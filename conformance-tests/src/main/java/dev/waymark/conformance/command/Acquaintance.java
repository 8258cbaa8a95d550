package dev.waymark.conformance.command;

import dev.waymark.conformance.targets.Profile;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.NoAnswer;
import dev.waymark.conformance.wire.Request;
import dev.waymark.conformance.wire.Wire;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The first look at an address: whether anybody is there, and whether it may be a Waymark at all. A
 * thousand cases against a file server would say less, and later.
 *
 * @param stranger why it is none; nothing where it may be one
 * @param seen the answers that there were
 */
record Acquaintance(Optional<String> stranger, List<Exchange> seen) {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final List<String> ASKED =
      List.of("/api/v1/errors", "/api/v1/account", "/api/v1/no-such-route");

  /**
   * Calls it without a key.
   *
   * @throws Usage if nobody is there
   */
  static Acquaintance with(Profile profile, InstantSource time) {
    Duration given = profile.limits().patience();
    Duration patience = given.compareTo(PATIENCE) < 0 ? given : PATIENCE;
    List<Exchange> seen = new ArrayList<>();
    try (Wire wire = Wire.to(profile.server(), time, _ -> {}).within(patience)) {
      for (String target : ASKED) {
        Exchange answer = wire.sendUnchecked(Request.get(target));
        seen.add(answer);
        if (hasSign(answer)) {
          return new Acquaintance(Optional.empty(), seen);
        }
      }
    } catch (NoAnswer e) {
      if (isNobody(e)) {
        throw new Usage(
            "Nobody answers at %s; is the server running, and is that its address?"
                .formatted(profile.server()));
      }
      return new Acquaintance(
          Optional.of(
              "what is at %s does not speak HTTP: %s".formatted(profile.server(), e.getMessage())),
          seen);
    }
    return new Acquaintance(
        Optional.of(
            "what is at %s is no Waymark: %s, %s and %s were answered with %s, and never with %s"
                .formatted(
                    profile.server(),
                    ASKED.get(0),
                    ASKED.get(1),
                    ASKED.get(2),
                    String.join(
                        ", ",
                        seen.stream().map(one -> one.status() + " " + one.mediaType()).toList()),
                    "X-Request-Id, X-Error-Code or an error of the contract; is it another"
                        + " server's address?")),
        seen);
  }

  private static boolean hasSign(Exchange answer) {
    return answer.header("X-Request-Id").isPresent()
        || answer.header("X-Error-Code").isPresent()
        || (answer.hasJson() && answer.json().has("error"));
  }

  private static boolean isNobody(NoAnswer problem) {
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException
          || cause instanceof UnknownHostException
          || cause instanceof UnresolvedAddressException) {
        return true;
      }
    }
    return false;
  }
}
