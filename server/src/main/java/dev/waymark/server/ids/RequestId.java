package dev.waymark.server.ids;

import com.github.f4b6a3.ulid.Ulid;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The id of one call, also on every answer as {@code X-Request-Id}: {@code req_} and 26 characters
 * that sort by the time they were made.
 */
public record RequestId(String value) {
  private static final String PREFIX = "req_";

  /** The last characters would be too much for the 128 bits of a ULID if the first were above 7. */
  private static final Pattern FORM = Pattern.compile(PREFIX + "[0-7][0-9A-HJKMNP-TV-Z]{25}");

  private static final Instant FIRST = Instant.EPOCH;
  private static final Instant LAST = Instant.ofEpochMilli((1L << 48) - 1);

  public RequestId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("an id is never blank");
    }
  }

  /** The id, or nothing if no call can have it. */
  public static Optional<RequestId> read(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new RequestId(text)) : Optional.empty();
  }

  /**
   * The lowest id that can be minted at that time or later. Ids compare as their characters do; a
   * time that no id can have counts as the nearest one that has some.
   */
  public static RequestId lowestFrom(Instant time) {
    Instant possible = FIRST.compareTo(time) > 0 ? FIRST : LAST.compareTo(time) < 0 ? LAST : time;
    long millisecond =
        Math.ceilDiv(possible.getNano(), 1_000_000) + 1000 * possible.getEpochSecond();
    return new RequestId(PREFIX + Ulid.min(millisecond));
  }

  /** The millisecond that the id was minted in; only to be asked of an id that was minted here. */
  public Instant mintedAt() {
    return Ulid.getInstant(value.substring(PREFIX.length()));
  }

  @Override
  public String toString() {
    return value;
  }
}
