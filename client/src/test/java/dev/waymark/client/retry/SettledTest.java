package dev.waymark.client.retry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a refusal says about earlier attempts that got no answer. */
final class SettledTest {
  @ParameterizedTest
  @CsvSource({
    "422, INVALID_PARAMS, false, false",
    "422, IDEMPOTENCY_KEY_REUSED, false, false",
    "402, INSUFFICIENT_CREDITS, true, false",
    "429, RATE_LIMIT, true, false",
    "503, OVERLOADED, true, false",
    "499, SOMETHING_NEW, true, false",
    "500, INTERNAL_ERROR, true, true",
    "500, SOMETHING_NEW, true, true",
    "503, SOMETHING_NEW, true, true",
  })
  void it_is_open_where_nothing_rules_it_out(
      int status, String code, boolean ifItWas, boolean ifItWasNot) {
    Refusal refusal = Refused.code(status, code);
    assertThat(Settled.stillUnknown(true, refusal)).isEqualTo(ifItWas);
    assertThat(Settled.stillUnknown(false, refusal)).isEqualTo(ifItWasNot);
  }
}
