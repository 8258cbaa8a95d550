package dev.waymark.server.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.waymark.errors.ApiException;
import dev.waymark.errors.ErrorCode;
import dev.waymark.server.contract.Operation;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** The header {@code X-Test-Error} as it is read. */
class ForcedErrorTest {
  private static final Set<ErrorCode> JOB_ERRORS = EnumSet.of(ErrorCode.GENERATION_FAILED);
  private static final Set<ErrorCode> ERRORS =
      EnumSet.of(ErrorCode.RATE_LIMIT, ErrorCode.OVERLOADED, ErrorCode.INTERNAL_ERROR);

  @Property
  void a_listed_code_with_a_delay_up_to_a_minute_is_read(
      @ForAll @From("listed") ErrorCode code,
      @ForAll @IntRange(max = 60_000) int millis,
      @ForAll @From("white") String white) {
    String text = white + code + white + ";" + white + "delay_ms=" + millis + white;

    assertThat(read(text)).isEqualTo(new ForcedError(code, Duration.ofMillis(millis)));
  }

  @Property
  void what_is_written_is_read_back(
      @ForAll ErrorCode code, @ForAll @IntRange(max = 60_000) int millis) {
    ForcedError forced = new ForcedError(code, Duration.ofMillis(millis));

    assertThat(ForcedError.of(forced.toString())).isEqualTo(forced);
  }

  @Property
  void a_delay_beyond_a_minute_is_malformed(
      @ForAll @LongRange(min = 60_001, max = Long.MAX_VALUE) long millis) {
    assertThat(reason(List.of("RATE_LIMIT; delay_ms=" + millis))).contains("from 0 to 60000");
  }

  @Property
  void a_code_that_is_not_listed_is_malformed(@ForAll ErrorCode code) {
    boolean listed = ERRORS.contains(code) || JOB_ERRORS.contains(code);

    assertThat(isRead(code.name())).isEqualTo(listed);
  }

  @Property
  void whatever_else_is_sent_is_malformed_and_never_repeated(@ForAll String text) {
    assertThat(reason(List.of(text + "?")))
        .isEqualTo(
            "the header X-Test-Error must be CODE or CODE; delay_ms=n, with n from 0 to 60000 and CODE"
                + " one of RATE_LIMIT, INTERNAL_ERROR, OVERLOADED, GENERATION_FAILED.");
  }

  @Test
  void two_lines_are_malformed_even_if_they_agree() {
    assertThat(reason(List.of("RATE_LIMIT", "RATE_LIMIT")))
        .isEqualTo("the header X-Test-Error is there more than once.");
  }

  @Provide
  Arbitrary<ErrorCode> listed() {
    return Arbitraries.of(
        ErrorCode.RATE_LIMIT,
        ErrorCode.OVERLOADED,
        ErrorCode.INTERNAL_ERROR,
        ErrorCode.GENERATION_FAILED);
  }

  @Provide
  Arbitrary<String> white() {
    return Arbitraries.strings().withChars(' ', '\t').ofMaxLength(3);
  }

  private static ForcedError read(String text) {
    return ForcedError.read(List.of(text), operation());
  }

  private static boolean isRead(String text) {
    try {
      return read(text).code().name().equals(text);
    } catch (ApiException malformed) {
      return false;
    }
  }

  private static String reason(List<String> lines) {
    ApiException refusal =
        catchThrowableOfType(ApiException.class, () -> ForcedError.read(lines, operation()));
    assertThat(refusal.error().code()).isEqualTo(ErrorCode.MALFORMED_REQUEST);
    return String.valueOf(refusal.error().extras().get("reason"));
  }

  private static Operation operation() {
    return new Operation(
        "test",
        "GET",
        "/test",
        Pattern.compile("/test"),
        true,
        true,
        "account:read",
        ERRORS,
        JOB_ERRORS,
        List.of(),
        List.of(),
        List.of());
  }
}
