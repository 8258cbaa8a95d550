package dev.waymark.server.limits;

import io.lettuce.core.RedisCommandExecutionException;
import java.net.ConnectException;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Redis did not do what it was asked, for whatever reason. The message tells the kind of reason,
 * and never what was asked or who we are there.
 */
final class RedisAwayException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What an error of Redis begins with; what follows can repeat the command, password and all. */
  private static final Pattern KIND = Pattern.compile("[A-Z]{3,20}\\b");

  RedisAwayException(String kind) {
    super(kind, null, false, false);
  }

  static RedisAwayException because(@Nullable Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < 20; depth++) {
      if (cause instanceof RedisCommandExecutionException refusal) {
        Matcher kind = KIND.matcher(Objects.requireNonNullElse(refusal.getMessage(), ""));
        return new RedisAwayException(kind.lookingAt() ? "it says " + kind.group() : "it refuses");
      }
      if (cause instanceof ConnectException) {
        return new RedisAwayException("no connection");
      }
      if (cause instanceof SSLException) {
        return new RedisAwayException("no TLS");
      }
      cause = cause.getCause();
    }
    return new RedisAwayException("the connection is lost");
  }
}
