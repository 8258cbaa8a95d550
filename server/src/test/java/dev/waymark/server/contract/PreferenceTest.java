package dev.waymark.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreferenceTest {
  private static final String PROBLEM = Rendering.PROBLEM.mediaType();
  private static final String TYPED = Rendering.TYPED.mediaType();
  private static final List<Rendering> SPECIAL =
      List.of(Rendering.PROBLEM, Rendering.STATUS, Rendering.TYPED, Rendering.PLAIN);

  /** A range as a caller writes it; without a weight it has that of 1. */
  record Written(String mediaType, String weight) {
    BigDecimal value() {
      return new BigDecimal(weight.isEmpty() ? "1" : weight);
    }

    @Override
    public String toString() {
      return weight.isEmpty() ? mediaType : mediaType + ";q=" + weight;
    }
  }

  @Property
  void a_rendering_is_chosen_as_the_plain_law_says(
      @ForAll("headers") List<Written> header, @ForAll Rendering pinned) {
    assertThat(preference(join(header)).rendering(pinned)).isEqualTo(law(header, pinned));
  }

  @Property
  void neither_order_nor_case_nor_lines_nor_blanks_matter(
      @ForAll("headers") List<Written> header, @ForAll Rendering pinned) {
    List<String> lines =
        header.reversed().stream()
            .map(range -> " " + range.toString().toUpperCase(Locale.ROOT).replace(";", " ;\t"))
            .toList();

    assertThat(new Preference(Accept.of(lines)).rendering(pinned))
        .isEqualTo(preference(join(header)).rendering(pinned));
  }

  @Property
  void the_special_types_say_nothing_of_a_success(@ForAll("headers") List<Written> header) {
    List<Written> others = header.stream().filter(range -> !isSpecial(range.mediaType())).toList();

    assertThat(preference(join(header)).forSuccess()).isEqualTo(Accept.of(List.of(join(others))));
  }

  @ParameterizedTest
  @EnumSource
  void a_special_type_that_is_named_wins_over_any_pinned_one(Rendering pinned) {
    assertThat(preference(TYPED).rendering(pinned)).isEqualTo(Rendering.TYPED);
    assertThat(preference("application/json, " + TYPED).rendering(pinned))
        .isEqualTo(Rendering.TYPED);
    assertThat(preference(TYPED + ";charset=utf-8;q=0.1, */*;q=0.9").rendering(pinned))
        .isEqualTo(Rendering.TYPED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*/*",
        "application/*",
        "application/json",
        "application/json;q=0",
        "text/html",
        "application/problem+json, application/vnd.waymark.typed+json",
        "application/*+json",
        "not a range"
      })
  void anyone_else_gets_what_the_key_is_pinned_to(String accept) {
    assertThat(preference(accept).rendering(Rendering.STATUS)).isEqualTo(Rendering.STATUS);
    assertThat(preference(accept).rendering(Rendering.NATIVE)).isEqualTo(Rendering.NATIVE);
  }

  @ParameterizedTest
  @EnumSource
  void json_above_all_special_types_that_are_named_is_native_whatever_the_key(Rendering pinned) {
    assertThat(preference("application/json, application/problem+json;q=0.9").rendering(pinned))
        .isEqualTo(Rendering.NATIVE);
    assertThat(preference("application/json;q=0.1, " + PROBLEM + ";q=0").rendering(pinned))
        .isEqualTo(Rendering.NATIVE);
  }

  @ParameterizedTest
  @CsvSource({"0", "0.", "0.0", "0.000"})
  void what_is_refused_is_not_given_even_if_the_key_is_pinned_to_it(String zero) {
    assertThat(preference(PROBLEM + ";q=" + zero).rendering(Rendering.PROBLEM))
        .isEqualTo(Rendering.NATIVE);
    assertThat(preference(PROBLEM + ";q=" + zero).rendering(Rendering.TYPED))
        .isEqualTo(Rendering.TYPED);
  }

  private static Rendering law(List<Written> header, Rendering pinned) {
    Map<String, BigDecimal> weights = new TreeMap<>();
    header.forEach(range -> weights.merge(range.mediaType(), range.value(), BigDecimal::max));
    if (weights.keySet().stream().anyMatch(PreferenceTest::isSpecial)
        && SPECIAL.stream().allMatch(special -> isHeavier(weights, Rendering.NATIVE, special))) {
      return Rendering.NATIVE;
    }
    return SPECIAL.stream()
        .filter(special -> isWanted(weights, special))
        .filter(special ->
            SPECIAL.stream()
                .allMatch(other -> other == special || isHeavier(weights, special, other)))
        .filter(special -> !isHeavier(weights, Rendering.NATIVE, special))
        .findFirst()
        .orElse(isRefused(weights, pinned) ? Rendering.NATIVE : pinned);
  }

  private static boolean isWanted(Map<String, BigDecimal> weights, Rendering rendering) {
    return weight(weights, rendering).signum() > 0;
  }

  private static boolean isRefused(Map<String, BigDecimal> weights, Rendering rendering) {
    return weights.containsKey(rendering.mediaType()) && !isWanted(weights, rendering);
  }

  private static boolean isHeavier(
      Map<String, BigDecimal> weights, Rendering one, Rendering other) {
    return weight(weights, one).compareTo(weight(weights, other)) > 0;
  }

  private static BigDecimal weight(Map<String, BigDecimal> weights, Rendering rendering) {
    return weights.getOrDefault(rendering.mediaType(), BigDecimal.ZERO);
  }

  private static boolean isSpecial(String mediaType) {
    return SPECIAL.stream().anyMatch(special -> special.mediaType().equals(mediaType));
  }

  private static Preference preference(String header) {
    return new Preference(Accept.of(List.of(header)));
  }

  private static String join(List<Written> header) {
    return header.stream().map(Written::toString).collect(Collectors.joining(", "));
  }

  @Provide
  Arbitrary<List<Written>> headers() {
    List<String> mediaTypes =
        Arrays.stream(Rendering.values()).map(Rendering::mediaType).collect(Collectors.toList());
    mediaTypes.addAll(List.of("*/*", "application/*", "text/html", "image/png"));
    return Combinators.combine(
            Arbitraries.of(mediaTypes),
            Arbitraries.of("", "0", "0.0", "0.001", "0.5", "0.500", "0.501", "0.9", "1", "1.000"))
        .as(Written::new)
        .list()
        .ofMaxSize(6);
  }
}
