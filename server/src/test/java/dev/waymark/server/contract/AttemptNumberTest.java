package dev.waymark.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AttemptNumberTest {

  @Property
  void a_plain_number_is_shown(@ForAll @IntRange(min = 1, max = 999) int number) {
    HttpRequest<?> request = HttpRequest.GET("/").header("X-Attempt", "" + number);

    assertThat(AttemptNumber.of(request)).hasValue("" + number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "01", "1000", "-1", "+1", "1.5", "1 2", "1,2", "one", "\u0661"})
  void nothing_else_is(String text) {
    assertThat(AttemptNumber.of(HttpRequest.GET("/").header("X-Attempt", text))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2"})
  void of_two_nobody_knows_which_one_counts(String second) {
    HttpRequest<?> request =
        HttpRequest.GET("/").header("X-Attempt", "1").header("X-Attempt", second);

    assertThat(AttemptNumber.of(request)).isEmpty();
  }
}
