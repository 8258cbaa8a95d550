package dev.waymark.conformance.accounts;

import dev.waymark.conformance.wire.Exchange;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;

/**
 * How far a server's clock is ahead of the kit's, which is never known better than an answer takes.
 *
 * @param ours the kit's clock
 * @param least it is ahead by this much at least; negative where it is behind
 * @param most and by this much at most
 */
public record ServerClock(InstantSource ours, Duration least, Duration most) {
  /** Makes a key, of which the server says when it was made. Without a word of it: as ours. */
  public static ServerClock of(Account account) {
    InstantSource ours = account.bench().target().passage();
    Exchange made = account.post("/api/v1/keys", "{\"name\":\"conformance clock\"}");
    String created = made.hasJson() ? made.json().at("/api_key/created_at").asText() : "";
    try {
      Instant theirs = OffsetDateTime.parse(created).toInstant();
      return new ServerClock(
          ours, Duration.between(made.until(), theirs), Duration.between(made.from(), theirs));
    } catch (DateTimeException e) {
      return new ServerClock(ours, Duration.ZERO, Duration.ZERO);
    }
  }

  /** What time it is there at least. */
  public Instant now() {
    return ours.instant().plus(least);
  }
}
