package dev.waymark.client;

import dev.waymark.client.transport.ErrorBody;
import dev.waymark.errors.ErrorCode;
import java.time.Duration;

/**
 * An error that a test key ({@code wm_test_…}) forces, to try out how a program takes it ({@code
 * X-Test-Error}). What is forced starts, holds and charges nothing, and counts as one call.
 *
 * @param code one that the operation can answer with; on a start also one that a generation can end
 *     with, and then it is the generation that fails
 * @param delay how long the answer, or the generation, is held back: whole milliseconds, at most 60
 *     seconds
 */
public record TestError(String code, Duration delay) {

  private static final Duration LONGEST = Duration.ofSeconds(60);

  public TestError {
    if (!ErrorBody.isCode(code)) {
      throw new IllegalArgumentException("Not an error code: it must be like RATE_LIMIT");
    }
    if (delay.isNegative() || delay.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("The delay must be 0 to 60 seconds");
    }
  }

  public static TestError of(ErrorCode code) {
    return of(code.name());
  }

  /** Of a newer server's codes, too. */
  public static TestError of(String code) {
    return new TestError(code, Duration.ZERO);
  }

  public TestError withDelay(Duration delay) {
    return new TestError(code, delay);
  }

  String header() {
    return delay.isZero() ? code : code + "; delay_ms=" + delay.toMillis();
  }
}
