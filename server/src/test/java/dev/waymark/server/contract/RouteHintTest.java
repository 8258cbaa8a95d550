package dev.waymark.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.errors.ApiError;
import dev.waymark.errors.ErrorCode;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteHintTest {

  @ParameterizedTest
  @CsvSource({
    "/api/v1/v1/generate,     twice",
    "/api/v1/api/v1/generate, twice",
    "/v1/v1/generate,         twice",
    "/v1/api/v1,              twice",
    "/api/api/v1/generate,    twice",
    "/api/v1/generat,         right",
    "/api/v1,                 right",
    "/api/v1/,                slash",
    "/api/v1/models/,         slash",
    "/api/v2/generate,        only version is v1",
    "/api/v10/generate,       only version is v1",
    "/v1/generate,            missing",
    "/generate,               missing",
    "/api/generate,           missing",
    "/,                       missing",
    "/api/v1x/generate,       missing"
  })
  void the_hint_names_what_is_probably_wrong(String path, String word) {
    assertThat(hint(path)).contains(word);
  }

  @Property
  void whatever_the_path_it_is_a_short_error_of_one_code(
      @ForAll @CharRange(from = '!', to = '~') String path) {
    ApiError error = RouteHint.notFound("/" + path, Optional.empty());

    assertThat(error.code()).isEqualTo(ErrorCode.ROUTE_NOT_FOUND);
    assertThat(String.valueOf(error.extras().get("path"))).hasSizeLessThanOrEqualTo(512);
  }

  @Property
  void a_hint_never_repeats_the_path(@ForAll @CharRange(from = '!', to = '~') String path) {
    assertThat(hint("/api/v1/" + path))
        .isIn(hint("/api/v1/x"), hint("/api/v1/"), hint("/api/v1/v1/x"));
  }

  private static String hint(String path) {
    return String.valueOf(RouteHint.notFound(path, Optional.empty()).extras().get("hint"));
  }
}
