package dev.waymark.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptTest {
  private static final List<String> JSON = List.of("application/json");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "Application/JSON; q=0.1",
        "application/*",
        "*/*",
        "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8",
        "application/*;q=0, application/json",
        "application/json;charset=utf-8",
        "not a range at all",
        ""
      })
  void json_is_taken(String header) {
    assertThat(Accept.of(List.of(header)).takesAny(JSON)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/html",
        "application/json;q=0",
        "application/json; Q=0.000, */*",
        "*/*;q=0",
        "application/*;q=0",
        "image/png, text/*"
      })
  void json_is_refused(String header) {
    assertThat(Accept.of(List.of(header)).takesAny(JSON)).isFalse();
  }
}
