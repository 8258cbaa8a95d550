package dev.waymark.server.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.server.SteeredClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** With a pause that moves the clock, as if it had passed. */
class WaitingPlacesTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private final SteeredClock clock = new SteeredClock(Instant.parse("2026-01-01T00:00:00Z"));
  private final AtomicInteger pauses = new AtomicInteger();
  private final WaitingPlaces places = places(2);
  private Runnable stop = () -> {};

  @Test
  void there_are_so_many_places_and_a_closed_one_is_free_again() {
    WaitingPlaces.Place first = places.take().orElseThrow();
    assertThat(places.take()).isPresent();
    assertThat(places.take()).isEmpty();

    first.close();

    assertThat(places.take()).isPresent();
    assertThat(places.take()).isEmpty();
  }

  @Test
  void without_places_nobody_waits() {
    assertThat(places(0).take()).isEmpty();
  }

  @Property
  void a_wait_is_as_long_as_was_asked_for_and_no_longer(
      @ForAll @IntRange(max = 60_000) int millis) {
    Instant start = clock.instant();

    places(1).take().orElseThrow().waitFor(Duration.ofMillis(millis));

    assertThat(Duration.between(start, clock.instant())).isEqualTo(Duration.ofMillis(millis));
  }

  @Test
  void when_the_server_stops_nobody_waits_any_longer() {
    WaitingPlaces stopping =
        new WaitingPlaces(
            2,
            clock,
            slice -> {
              clock.move(slice);
              if (pauses.incrementAndGet() == 3) {
                stop.run();
              }
            });
    stop = stopping::release;

    stopping.take().orElseThrow().waitFor(LONG);
    stopping.take().orElseThrow().waitFor(LONG);

    assertThat(pauses).hasValue(3);
  }

  @Property
  void all_who_wait_look_at_the_same_moments(@ForAll @IntRange(max = 60_000) int sinceTheHour) {
    clock.move(Duration.ofMillis(sinceTheHour));
    WaitingPlaces.Place place = places(1).take().orElseThrow();

    assertThat(place.waits(clock.instant().plus(LONG))).isTrue();

    assertThat(clock.instant().toEpochMilli() % 100).isZero();
  }

  @Test
  void an_interrupt_ends_the_wait_and_stays() {
    WaitingPlaces interrupted =
        new WaitingPlaces(
            1,
            clock,
            _ -> {
              throw new InterruptedException();
            });

    interrupted.take().orElseThrow().waitFor(LONG);

    assertThat(Thread.interrupted()).isTrue();
  }

  private WaitingPlaces places(int count) {
    return new WaitingPlaces(count, clock, clock::move);
  }
}
