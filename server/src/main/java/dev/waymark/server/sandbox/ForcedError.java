package dev.waymark.server.sandbox;

import dev.waymark.errors.ApiException;
import dev.waymark.errors.ErrorCode;
import dev.waymark.errors.Errors;
import dev.waymark.server.contract.Attached;
import dev.waymark.server.contract.Operation;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The error that a test key asks for with {@code X-Test-Error}, and how long it is to be held back:
 * from nothing to a minute.
 */
public record ForcedError(ErrorCode code, Duration delay) {
  static final String HEADER = "X-Test-Error";

  private static final Attached<ForcedError> ATTACHED =
      new Attached<>("waymark.forced-error", ForcedError.class);
  private static final long LONGEST_DELAY_MILLIS = 60_000;
  private static final Pattern TEXT =
      Pattern.compile("[ \\t]*([A-Z_]{1,64})[ \\t]*(?:;[ \\t]*delay_ms=([0-9]{1,9})[ \\t]*)?");

  public ForcedError {
    if (delay.isNegative() || delay.toMillis() > LONGEST_DELAY_MILLIS) {
      throw new IllegalArgumentException("a delay is 0 to %d ms".formatted(LONGEST_DELAY_MILLIS));
    }
  }

  /** What was {@linkplain #toString written}. */
  public static ForcedError of(String written) {
    return read(written, Set.of(ErrorCode.values()))
        .orElseThrow(() -> new IllegalArgumentException("this is no forced error"));
  }

  /** The error that what the current call starts is to end with. */
  public static Optional<ForcedError> ofJob() {
    return ServerRequestContext.currentRequest().flatMap(ATTACHED::of);
  }

  /**
   * Reads the lines of the header, or throws {@code MALFORMED_REQUEST} with what would be right.
   */
  static ForcedError read(List<String> lines, Operation operation) {
    if (lines.size() > 1) {
      throw malformed("is there more than once.");
    }
    List<ErrorCode> codes =
        Stream.concat(operation.errors().stream(), operation.jobErrors().stream()).toList();
    return read(lines.getFirst(), Set.copyOf(codes))
        .orElseThrow(() ->
            malformed(
                "must be CODE or CODE; delay_ms=n, with n from 0 to %d and CODE one of %s."
                    .formatted(
                        LONGEST_DELAY_MILLIS,
                        codes.stream().map(ErrorCode::name).collect(Collectors.joining(", ")))));
  }

  private static Optional<ForcedError> read(String text, Set<ErrorCode> known) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long millis = matcher.group(2) == null ? 0 : Long.parseLong(matcher.group(2));
    return ErrorCode.byName(matcher.group(1))
        .filter(code -> known.contains(code) && millis <= LONGEST_DELAY_MILLIS)
        .map(code -> new ForcedError(code, Duration.ofMillis(millis)));
  }

  private static ApiException malformed(String reason) {
    return Errors.malformedRequest("the header %s %s".formatted(HEADER, reason));
  }

  void attachTo(HttpRequest<?> request) {
    ATTACHED.to(request, this);
  }

  /** As the header would say it. */
  @Override
  public String toString() {
    return "%s; delay_ms=%d".formatted(code, delay.toMillis());
  }
}
