package dev.waymark.client;

import dev.waymark.client.limits.Limits;
import dev.waymark.client.retry.Attempts;
import dev.waymark.client.retry.Refusal;
import java.util.Optional;

/** An answer that is no success, read as far as it can be. */
record RefusedAnswer(
    int status,
    WaymarkError error,
    Refusal refusal,
    Limits limits,
    String body,
    Optional<String> idempotencyKey) {

  private static final String EARLIER =
      " An earlier attempt may have been carried out: call again with the Idempotency-Key %s.";

  String message(Attempts attempts) {
    String earlier =
        attempts.outcomeUnknown() ? idempotencyKey.map(EARLIER::formatted).orElse("") : "";
    return status + " " + error.sentence() + earlier;
  }
}
