package dev.waymark.client;

import dev.waymark.client.retry.Attempts;
import dev.waymark.client.retry.GaveUp;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call that did not succeed. The family is ordered by what the caller can do now:
 *
 * <ul>
 *   <li>{@link ActionNeededException}: a person must act;
 *   <li>{@link InvalidRequestException}: send another request;
 *   <li>{@link TryLaterException}: the same request may succeed later;
 *   <li>{@link WaitForEventException}: the same request may succeed once something has happened;
 *   <li>{@link NotSentException}: nothing was done, look at the way to the server;
 *   <li>{@link AnswerUnknownException}: it may have been done, ask again with the same key;
 *   <li>{@link GenerationFailedException}: the generation ended without an output;
 *   <li>{@link StillRunningException}: the generation goes on, as far as is known;
 *   <li>{@link WaymarkInterruptedException}: this thread was told to stop.
 * </ul>
 *
 * <p>The first four are {@link RefusedException}s: the server has answered. Whoever reads {@link
 * #getMessage()} finds what happened, what to do next, where to read more, and the request id;
 * never a key, a prompt or the address of an output.
 */
public abstract sealed class WaymarkException extends RuntimeException
    permits RefusedException,
        UnansweredException,
        GenerationFailedException,
        StillRunningException,
        WaymarkInterruptedException {

  private static final long serialVersionUID = 1L;

  /** How often the call was sent; of a call that was not given up but ended, once. */
  static final Attempts ONE =
      new Attempts(1, Duration.ZERO, GaveUp.WOULD_NOT_HELP, /* outcomeUnknown= */ false);

  private final transient Attempts attempts;
  private @Nullable String generationId;

  WaymarkException(String message, Attempts attempts, @Nullable Throwable cause) {
    super(message + suffix(attempts), cause);
    this.attempts = attempts;
  }

  /**
   * What to branch on: a code of the contract's catalogue, or one of the client's own where the
   * server has said none ({@code UNKNOWN}, {@code NOT_SENT}, {@code ANSWER_UNKNOWN}, {@code
   * GENERATION_CANCELLED}, {@code STILL_RUNNING}, {@code INTERRUPTED}). The set is open.
   */
  public abstract String code();

  /** What to do now, in one sentence for people. */
  public abstract String next();

  /** What support asks for; empty when no answer came that has one. */
  public Optional<String> requestId() {
    return Optional.empty();
  }

  /** The key that all attempts were sent with; empty where the operation takes none. */
  public Optional<String> idempotencyKey() {
    return Optional.empty();
  }

  /** The generation that was awaited, or that has failed: it was started, whatever this is. */
  public Optional<String> generationId() {
    return Optional.ofNullable(generationId);
  }

  /** Before it leaves the thread that made it. */
  WaymarkException about(String generationId) {
    this.generationId = generationId;
    return this;
  }

  /** How often the call was sent, and why not once more. */
  public Attempts attempts() {
    return attempts;
  }

  private static String suffix(Attempts attempts) {
    return attempts.count() <= 1
        ? ""
        : " [given up after %d attempts in %.1f s]"
            .formatted(attempts.count(), attempts.elapsed().toMillis() / 1000.0);
  }
}
