package dev.waymark.server.ids;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.server.SteeredClock;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The time that an id begins with. */
class RequestIdTest {
  private final SteeredClock clock = new SteeredClock(Instant.EPOCH);
  private final Ids ids = new Ids(clock, new SecureRandom());

  @Property
  void an_id_tells_the_millisecond_it_was_minted_in(@ForAll("times") Instant now) {
    clock.moveTo(now);
    assertThat(ids.request().mintedAt()).isEqualTo(now.truncatedTo(ChronoUnit.MILLIS));
  }

  @Property
  void ids_from_a_time_on_are_exactly_those_not_below_its_lowest(
      @ForAll("times") Instant now, @ForAll("times") Instant from) {
    clock.moveTo(now);
    RequestId id = ids.request();
    assertThat(id.value().compareTo(RequestId.lowestFrom(from).value()) >= 0)
        .isEqualTo(!id.mintedAt().isBefore(from));
  }

  @Test
  void times_that_no_id_has_count_as_the_nearest_that_some_have() {
    assertThat(RequestId.lowestFrom(Instant.MIN)).isEqualTo(RequestId.lowestFrom(Instant.EPOCH));
    assertThat(RequestId.lowestFrom(Instant.MAX).value())
        .isEqualTo("req_7ZZZZZZZZZ0000000000000000");
  }

  @Property
  void what_was_minted_can_be_read(@ForAll("times") Instant now) {
    clock.moveTo(now);
    RequestId id = ids.request();
    assertThat(RequestId.read(id.value())).contains(id);
  }

  @Property
  void whatever_is_read_can_tell_its_time(@ForAll("texts") String text) {
    assertThat(RequestId.read(text).stream())
        .allSatisfy(id -> assertThat(id.mintedAt()).isAfterOrEqualTo(Instant.EPOCH));
  }

  @Provide
  Arbitrary<Instant> times() {
    // Close together, so that many fall into one millisecond.
    return Arbitraries.longs()
        .between(0, 5_000_000)
        .map(nanos -> Instant.parse("2026-01-01T00:00:00Z").plusNanos(nanos));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars("0189ABCDEFGHJKMNPQRSTVWXYZILOU")
        .ofMinLength(25)
        .ofMaxLength(27)
        .map(rest -> "req_" + rest);
  }
}
