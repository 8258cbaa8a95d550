package dev.waymark.client;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The generation was started and has not been seen to finish: the caller's limit is over, or the
 * server could not be asked any more. As far as is known it goes on, with its credits held: await
 * it again or cancel it. The cause is what the last look failed with, if it failed.
 */
public final class StillRunningException extends WaymarkException {

  private static final long serialVersionUID = 1L;

  private final transient Optional<Generation> lastSeen;

  StillRunningException(
      String generationId,
      Duration waited,
      Optional<Generation> lastSeen,
      @Nullable WaymarkException lastFailure) {
    super(
        ("Generation %s is %s after %s. It goes on: await it again,"
                + " or stop it with generations().cancel(\"%s\").")
            .formatted(
                generationId,
                lastSeen
                    .map(seen -> "still " + seen.status().name().toLowerCase(Locale.ROOT))
                    .orElse("not known to be finished"),
                waited,
                generationId),
        lastFailure == null ? ONE : lastFailure.attempts(),
        lastFailure);
    about(generationId);
    this.lastSeen = lastSeen;
  }

  @Override
  public String code() {
    return "STILL_RUNNING";
  }

  @Override
  public String next() {
    return "Await the generation again, or cancel it.";
  }

  /** The generation at the last look that was answered, if any was. */
  public Optional<Generation> lastSeen() {
    return lastSeen;
  }
}
