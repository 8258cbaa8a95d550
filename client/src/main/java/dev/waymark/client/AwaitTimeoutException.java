package dev.waymark.client;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The caller's own limit of an await is over. The generation goes on, with its credits held: await
 * it again or cancel it. Its cause is what the last look failed with, if it failed.
 */
public final class AwaitTimeoutException extends WaymarkException {

  private static final long serialVersionUID = 1L;

  private final String generationId;
  private final transient Optional<Generation> lastSeen;

  AwaitTimeoutException(
      String generationId,
      Duration limit,
      Optional<Generation> lastSeen,
      @Nullable RuntimeException lastFailure) {
    super(
        ("Generation %s is %s after %s. It goes on: await it again,"
                + " or stop it with generations().cancel(\"%s\").")
            .formatted(
                generationId,
                lastSeen
                    .map(seen -> "still " + seen.status().name().toLowerCase(Locale.ROOT))
                    .orElse("not known to be finished"),
                limit,
                generationId),
        ONE,
        lastFailure);
    this.generationId = generationId;
    this.lastSeen = lastSeen;
  }

  @Override
  public String code() {
    return "AWAIT_TIMEOUT";
  }

  @Override
  public String next() {
    return "Await the generation again, or cancel it.";
  }

  public String generationId() {
    return generationId;
  }

  /** The generation at the last look that was answered, if any was. */
  public Optional<Generation> lastSeen() {
    return lastSeen;
  }
}
