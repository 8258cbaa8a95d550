package dev.waymark.server;

import dev.waymark.server.accounts.FirstKeys;
import java.net.URI;
import java.util.Optional;

/** What standard output shows of a start; its commands work as they are copied. */
final class StartMessage {
  private StartMessage() {}

  static String of(URI address, Optional<FirstKeys> keys) {
    String listening = "Waymark is listening on %s\n".formatted(address);
    return listening
        + keys.map(made -> first(address, made))
            .orElse(
                "The keys were shown when it was started on this database for the first time.\n");
  }

  private static String first(URI address, FirstKeys keys) {
    return """

      Demo key (Pro, 15 000 credits), shown once:   %2$s
      Operator key, shown once:                     %3$s

      Start a picture:
        curl -s %1$s/api/v1/generate -H 'Authorization: Bearer %2$s' -H 'Content-Type: application/json' \\
          -d '{"model":"atlas-1","prompt":"a lighthouse at dusk, snow, deep blue"}'
      See the operator's account:
        curl -s %1$s/api/v1/account -H 'Authorization: Bearer %3$s'
    """
        .formatted(address, keys.demo(), keys.operator());
  }
}
