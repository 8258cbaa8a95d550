package dev.waymark.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.waymark.errors.ApiError;
import dev.waymark.errors.ApiException;
import dev.waymark.errors.ErrorCode;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationTest {
  private static final KeyText KEY = new KeyText("wm_live_abc-_123");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer wm_live_abc-_123",
        "bearer wm_live_abc-_123",
        "BEARER   wm_live_abc-_123",
        "  Bearer wm_live_abc-_123  "
      })
  void a_bearer_token_is_the_key(String header) {
    assertThat(Authorization.key(List.of(header))).isEqualTo(KEY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Bearer",
        "Bearer ",
        "Bearer wm live",
        "Basically d206bGl2ZQ",
        "Bearer wm_live_abc,Bearer wm_live_def",
        "Bearerwm_live_abc"
      })
  void anything_else_is_not_of_the_form(String header) {
    assertThat(refusal(List.of(header)).extras().get("reason"))
        .isEqualTo("The header Authorization is not of the form Bearer KEY.");
  }

  @ParameterizedTest
  @CsvSource({
    "wm_live_abc-_123,   The header Authorization holds a key without the word Bearer before it.",
    "wm_test_abc,        The header Authorization holds a key without the word Bearer before it.",
    "Basic d206bGl2ZQ==, The header Authorization has the scheme Basic and not Bearer.",
    "token wm_live_abc,  The header Authorization has the scheme token and not Bearer."
  })
  void a_usual_slip_is_called_by_its_name(String header, String reason) {
    assertThat(refusal(List.of(header)).extras().get("reason")).isEqualTo(reason);
  }

  @Test
  void no_header_is_missing() {
    assertThat(refusal(List.of()).extras().get("reason"))
        .isEqualTo("The header Authorization is missing.");
  }

  @Test
  void two_headers_are_one_too_many_even_if_they_are_the_same() {
    assertThat(refusal(List.of("Bearer a", "Bearer a")).extras().get("reason"))
        .isEqualTo("The header Authorization is there more than once.");
  }

  @Property
  void any_header_is_a_key_or_unauthorized_and_is_never_repeated(@ForAll("headers") String header) {
    try {
      assertThat(Authorization.key(List.of(header)).toString()).isEqualTo("KeyText[secret]");
    } catch (ApiException refusal) {
      assertThat(refusal.error().code()).isEqualTo(ErrorCode.UNAUTHORIZED);
      assertThat(refusal.error().extras().get("reason"))
          .asString()
          .matches(
              "The header Authorization (is not of the form Bearer KEY|has the scheme \\w+ and not Bearer)\\.");
    }
  }

  private static ApiError refusal(List<String> headers) {
    ApiError error =
        catchThrowableOfType(ApiException.class, () -> Authorization.key(headers)).error();
    assertThat(error.code()).isEqualTo(ErrorCode.UNAUTHORIZED);
    return error;
  }

  @Provide
  Arbitrary<String> headers() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(40),
        Arbitraries.strings().ascii().ofMaxLength(40).map("Bearer "::concat));
  }
}
