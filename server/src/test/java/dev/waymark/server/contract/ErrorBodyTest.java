package dev.waymark.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.errors.ApiError;
import dev.waymark.errors.ErrorCode;
import dev.waymark.errors.Extra;
import dev.waymark.server.ids.RequestId;
import dev.waymark.server.wallet.Credits;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorBodyTest {
  private static final Set<String> COMMON =
      Set.of("error", "message", "next", "docs_url", "request_id", "retry", "charge");
  private static final URI DOCS = URI.create("http://waymark/docs/errors/CODE");
  private static final RequestId REQUEST = new RequestId("req_1");

  @Property
  void every_error_has_what_all_errors_have(@ForAll("errors") ApiError error) {
    assertThat(ErrorBody.of(new AnsweredError(error, DOCS, REQUEST, Charge.NONE)))
        .containsKeys(COMMON.toArray(String[]::new))
        .containsEntry("error", error.code().name())
        .containsEntry("message", error.message())
        .containsEntry("next", error.next())
        .containsEntry("docs_url", DOCS.toString())
        .containsEntry("request_id", "req_1");
  }

  @Property
  void every_extra_of_every_error_survives(@ForAll("errors") ApiError error) {
    assertThat(ErrorBody.of(new AnsweredError(error, DOCS, REQUEST, Charge.NONE)))
        .containsAllEntriesOf(error.extras())
        .hasSize(COMMON.size() + error.extras().size());
  }

  @Property
  void the_retry_of_every_error_is_told_whole_and_without_nulls(@ForAll("errors") ApiError error) {
    assertThat(ErrorBody.retry(error.retry()))
        .containsEntry("strategy", error.retry().strategy().wireName())
        .doesNotContainValue(null)
        .satisfies(retry -> assertSame(retry, "after_ms", error.retry().afterMillis()))
        .satisfies(retry -> assertSame(retry, "base_ms", error.retry().baseMillis()))
        .satisfies(retry -> assertSame(retry, "max_ms", error.retry().maxMillis()))
        .satisfies(retry -> assertSame(retry, "event", error.retry().event()))
        .satisfies(retry -> assertSame(retry, "resets_at", error.retry().resetsAt()));
  }

  @Property
  void the_words_of_every_error_have_no_gaps_left(@ForAll("errors") ApiError error) {
    assertThat(error.message() + error.next()).doesNotContain("{", "}", "null");
  }

  @ParameterizedTest
  @EnumSource
  void no_extra_hides_what_all_errors_have(ErrorCode code) {
    assertThat(code.extras()).extracting(Extra::name).doesNotContainAnyElementsOf(COMMON);
  }

  @Test
  void the_charge_is_told_as_it_is() {
    Map<String, Object> body =
        ErrorBody.of(
            new AnsweredError(
                AnyError.of(ErrorCode.PROVIDER_ERROR, 0),
                DOCS,
                REQUEST,
                Charge.released(new Credits(20))));

    assertThat(body).containsEntry("charge", Map.of("state", "released", "credits", 20L));
  }

  private static void assertSame(Map<String, Object> retry, String name, @Nullable Object value) {
    assertThat(retry.get(name)).isEqualTo(value);
  }

  @Provide
  Arbitrary<ApiError> errors() {
    return AnyError.any();
  }
}
