package dev.waymark.server.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Times as callers write them. */
class TimestampFormatTest {
  private static final JsonSchema TIMESTAMP =
      JsonSchema.of(
          JsonNodeFactory.instance.objectNode().put("type", "string").put("format", "date-time"));

  @Property
  void what_passes_can_be_read(@ForAll("nearlyTimes") String text) {
    if (passes(text)) {
      assertThatCode(() -> Instant.parse(text)).doesNotThrowAnyException();
    }
  }

  @Property
  void a_time_passes_in_any_offset_and_in_any_capitals(
      @ForAll("instants") Instant time, @ForAll("offsets") ZoneOffset offset) {
    String text = time.atOffset(offset).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    assertThat(passes(text)).as(text).isTrue();
    assertThat(passes(text.toLowerCase(Locale.ROOT))).as(text).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-01-01 00:00:00Z", "2017-01-01T01:59:60+02:00", "2026-01-01"})
  void what_cannot_be_read_does_not_pass(String text) {
    assertThat(passes(text)).isFalse();
  }

  private static boolean passes(String text) {
    return TIMESTAMP.check(JsonNodeFactory.instance.textNode(text)).isEmpty();
  }

  @Provide
  Arbitrary<Instant> instants() {
    return Arbitraries.longs().between(0, 4_000_000_000_000L).map(Instant::ofEpochMilli);
  }

  @Provide
  Arbitrary<ZoneOffset> offsets() {
    return Arbitraries.integers()
        .between(-18 * 60, 18 * 60)
        .map(minutes -> ZoneOffset.ofTotalSeconds(minutes * 60));
  }

  /** Right in most places, and odd in one or two. */
  @Provide
  Arbitrary<String> nearlyTimes() {
    return Combinators.combine(
            Arbitraries.of("2026-01-01", "2016-12-31", "0000-01-01", "9999-12-31", "2026-02-30"),
            Arbitraries.of("T", "t", " ", "_", ""),
            Arbitraries.of("00:00:00", "23:59:60", "24:00:00", "01:59:60", "00:00", "23:59:59"),
            Arbitraries.of("", ".5", ".123456789", ".1234567890123", ".", ",5"),
            Arbitraries.of("Z", "z", "+02:00", "-00:00", "+23:59", "-18:30", "+0200", "+02", ""))
        .as((date, between, time, fraction, offset) -> date + between + time + fraction + offset);
  }
}
