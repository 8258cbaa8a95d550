package dev.waymark.server;

import dev.waymark.server.accounts.FirstKeys;
import dev.waymark.server.wallet.Credits;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** What standard output shows of a start; its commands work as they are copied. */
final class StartMessage {
  private StartMessage() {}

  static String of(URI address, Optional<FirstKeys> keys) {
    String listening = "Waymark is listening on %s\n".formatted(address);
    return listening
        + keys.map(made -> first(address, made))
            .orElse(
                """
                The keys were shown when it was started on this database for the first time.
                Only their hashes are kept: without them, start on a new folder (--database.folder=…).
                """);
  }

  private static String first(URI address, FirstKeys keys) {
    return """

      Demo key (%4$s, %5$s credits), shown once:   %2$s
      Test key of the demo account, shown once:     %6$s
      Operator key, shown once:                     %3$s

      Start a picture:
        curl -s %1$s/api/v1/generate -H 'Authorization: Bearer %2$s' -H 'Content-Type: application/json' \\
          -d '{"model":"atlas-1","prompt":"a mountain lake at dusk, snow, deep blue"}'
      See an error before it happens, with the test key:
        curl -si %1$s/api/v1/account -H 'Authorization: Bearer %6$s' -H 'X-Test-Error: RATE_LIMIT'
      See the operator's account:
        curl -s %1$s/api/v1/account -H 'Authorization: Bearer %3$s'
    """
        .formatted(
            address,
            keys.demo(),
            keys.operator(),
            keys.demoPlan().name(),
            grouped(keys.demoPlan().creditsPerCycle()),
            keys.test());
  }

  private static String grouped(Credits credits) {
    return String.format(Locale.ROOT, "%,d", credits.value()).replace(',', ' ');
  }
}
