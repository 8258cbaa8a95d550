package dev.waymark.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.errors.ApiError;
import dev.waymark.errors.ErrorCode;
import dev.waymark.errors.Errors;
import dev.waymark.errors.Retry;
import java.net.URI;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ErrorHeadersTest {
  private static final URI DOCS = URI.create("http://waymark/docs/errors/CODE");

  @Property
  void every_error_names_its_code(@ForAll("errors") ApiError error, @ForAll boolean safe) {
    assertThat(ErrorHeaders.of(error, DOCS, safe))
        .containsEntry("X-Error-Code", error.code().name());
  }

  @Property
  void the_wait_is_told_if_and_only_if_waiting_up_to_120_seconds_helps(
      @ForAll("errors") ApiError error, @ForAll boolean safe) {
    Long wait = wait(error.retry());
    boolean helps = wait != null && wait <= 120_000;

    Map<String, String> headers = ErrorHeaders.of(error, DOCS, safe);

    assertThat(headers.containsKey("Retry-After")).isEqualTo(helps);
    assertThat(headers.containsKey("Retry-After-Ms")).isEqualTo(helps);
  }

  @Property
  void the_seconds_are_the_milliseconds_rounded_up_from_1_to_120(
      @ForAll("errors") ApiError error, @ForAll boolean safe) {
    Map<String, String> headers = ErrorHeaders.of(error, DOCS, safe);

    if (headers.containsKey("Retry-After")) {
      long seconds = Long.parseLong(headers.getOrDefault("Retry-After", ""));
      long millis = Long.parseLong(headers.getOrDefault("Retry-After-Ms", ""));
      assertThat(seconds).isBetween(1L, 120L);
      assertThat(millis).isGreaterThan((seconds - 1) * 1000).isLessThanOrEqualTo(seconds * 1000);
    }
  }

  @Property
  void the_milliseconds_are_those_of_the_body(@ForAll("errors") ApiError error) {
    Long wait = wait(error.retry());

    if (wait != null && wait > 0 && wait <= 120_000) {
      assertThat(ErrorHeaders.of(error, DOCS, true))
          .containsEntry("Retry-After-Ms", wait.toString());
    }
  }

  @Property
  void a_resend_is_advised_if_and_only_if_waiting_helps_and_it_cannot_charge_twice(
      @ForAll("errors") ApiError error, @ForAll boolean safe) {
    Map<String, String> headers = ErrorHeaders.of(error, DOCS, safe);

    assertThat(headers)
        .containsEntry(
            "X-Should-Retry", String.valueOf(headers.containsKey("Retry-After") && safe));
  }

  @Property
  void every_401_and_nothing_else_asks_for_a_key(@ForAll("errors") ApiError error) {
    assertThat(ErrorHeaders.of(error, DOCS, true).containsKey("WWW-Authenticate"))
        .isEqualTo(error.code().status() == 401);
  }

  @Property
  void every_error_leads_to_its_page_and_tells_what_its_body_goes_by(
      @ForAll("errors") ApiError error, @ForAll boolean safe) {
    assertThat(ErrorHeaders.of(error, DOCS, safe))
        .containsEntry("Link", "<http://waymark/docs/errors/CODE>; rel=\"help\"")
        .containsEntry("Vary", "Accept, Authorization");
  }

  @Test
  void a_405_lists_the_allowed_methods() {
    ApiError error = Errors.methodNotAllowed("PUT", List.of("GET", "HEAD")).error();

    assertThat(ErrorHeaders.of(error, DOCS, true)).containsEntry("Allow", "GET, HEAD");
  }

  @Test
  void a_416_tells_the_length() {
    assertThat(ErrorHeaders.of(Errors.rangeNotSatisfiable(10).error(), DOCS, true))
        .containsEntry("Content-Range", "bytes */10");
  }

  @Test
  void an_unknown_key_is_told_apart_from_no_key() {
    assertThat(ErrorHeaders.of(AnyError.of(ErrorCode.KEY_INVALID, 0), DOCS, true))
        .containsEntry("WWW-Authenticate", "Bearer realm=\"waymark\", error=\"invalid_token\"");
    assertThat(ErrorHeaders.of(AnyError.of(ErrorCode.UNAUTHORIZED, 0), DOCS, true))
        .containsEntry("WWW-Authenticate", "Bearer realm=\"waymark\"");
  }

  private static @Nullable Long wait(Retry retry) {
    return switch (retry.strategy()) {
      case NEVER, FIX_REQUEST -> null;
      case AFTER_DELAY, AFTER_EVENT -> retry.afterMillis();
      case BACKOFF -> retry.baseMillis();
    };
  }

  @Provide
  Arbitrary<ApiError> errors() {
    return AnyError.any();
  }
}
