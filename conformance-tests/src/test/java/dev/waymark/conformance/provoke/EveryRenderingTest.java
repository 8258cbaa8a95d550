package dev.waymark.conformance.provoke;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.wire.ErrorRead;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Shape;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every code in every rendering, asked for in both ways: the same headers, and nothing lost. */
@ExtendWith(SubjectExtension.class)
final class EveryRenderingTest {
  /** What differs between two calls that are refused alike. */
  private static final Set<String> OF_THE_CALL =
      Set.of("x-request-id", "date", "x-ratelimit-remaining", "x-ratelimit-reset", "ratelimit");

  /** What the rendering itself decides. */
  private static final Set<String> OF_THE_RENDERING = Set.of("content-type", "content-length");

  /** Each call is told to come back at another moment, so that not all do at once. */
  private static final Set<String> OF_CHANCE = Set.of("retry-after", "retry-after-ms");

  private static final String VOLATILE =
      "(req|gen|out|key|acc)_[0-9A-Za-z_-]{20,}(\\.png)?|\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z";

  /** No key, or none that is anybody's; below HTTP none is looked up either. */
  private static final List<String> WITHOUT_A_KEY = List.of("UNAUTHORIZED", "KEY_INVALID");

  private final Subject subject;

  EveryRenderingTest(Subject subject) {
    this.subject = subject;
  }

  /** Each code once, on the first operation that lists it. */
  static Stream<Listed> codes() {
    Set<String> seen = new HashSet<>();
    return Listed.all().filter(listed -> seen.add(listed.code()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("codes")
  @Rule({"REND-01", "REND-02", "REND-07", "ERR-18"})
  void an_error_is_the_same_in_every_rendering(Listed listed) {
    Exchange silent = cooked(listed, Manner.SILENT);
    assertThat(Shape.of(silent)).contains(Shape.NATIVE);
    accepting(listed).forEach(manner -> isTheSame(silent, manner, cooked(listed, manner)));
    if (!WITHOUT_A_KEY.contains(listed.code()) && listed.recipe().means() != Means.RAW) {
      Exchange pinned = cooked(listed, Manner.pinnedTo(Shape.NATIVE));
      assertThat(pinned.status()).isEqualTo(silent.status());
      Arrays.stream(Shape.values())
          .map(Manner::pinnedTo)
          .forEach(manner -> isTheSame(pinned, manner, cooked(listed, manner)));
    }
  }

  private static void isTheSame(Exchange plain, Manner manner, Exchange other) {
    Shape wanted = manner.accept().or(manner::pinned).orElseThrow();
    assertThat(Shape.of(other)).as("%s: %s", manner, other).contains(wanted);
    assertThat(other.status()).as("%s", manner).isEqualTo(plain.status());
    assertThat(headers(other)).as("%s: %s", manner, other).isEqualTo(headers(plain));
    if (wanted != Shape.PLAIN) {
      assertThat(fields(other)).as("%s: %s", manner, other).isEqualTo(fields(plain));
    }
  }

  private Exchange cooked(Listed listed, Manner manner) {
    subject.emptyWindows();
    Exchange exchange = listed.recipe().cook(Kitchen.of(subject, listed.operation(), manner));
    assertThat(exchange.code()).as("%s: %s", manner, exchange).isEqualTo(listed.code());
    return exchange;
  }

  /** What takes JSON takes the good answer, so that nothing is unacceptable. */
  private static Stream<Manner> accepting(Listed listed) {
    return Arrays.stream(Shape.values())
        .filter(shape -> shape != Shape.NATIVE || !listed.code().equals("NOT_ACCEPTABLE"))
        .map(Manner::accepting);
  }

  private static Map<String, List<String>> headers(Exchange exchange) {
    Map<String, List<String>> kept = new TreeMap<>();
    exchange
        .headers()
        .map()
        .forEach((name, values) -> {
          String lower = name.toLowerCase(Locale.ROOT);
          if (!OF_THE_CALL.contains(lower) && !OF_THE_RENDERING.contains(lower)) {
            boolean chance = OF_CHANCE.contains(lower) && exchange.code().equals("OVERLOADED");
            kept.put(lower, chance ? List.of("some time") : values);
          }
        });
    return kept;
  }

  /** By name; what differs from call to call is only known to be there. */
  private static Map<String, String> fields(Exchange exchange) {
    Map<String, String> fields = new TreeMap<>();
    JsonNode error = ErrorRead.of(exchange).orElseThrow().error();
    error.properties().forEach(field -> fields.put(field.getKey(), steady(field.getValue())));
    if (exchange.code().equals("OVERLOADED")) {
      fields.replace("next", "some time");
      fields.replace("retry", "some time");
    }
    return fields;
  }

  private static String steady(JsonNode value) {
    return value.toString().replaceAll(VOLATILE, "…");
  }
}
