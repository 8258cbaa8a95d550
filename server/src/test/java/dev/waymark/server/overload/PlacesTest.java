package dev.waymark.server.overload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlacesTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void stop() {
    executor.shutdownNow();
  }

  /** What may happen to a server that is full. */
  enum Step {
    ASK,
    RELEASE,
    RELEASE_AGAIN
  }

  @Property(tries = 300)
  void never_more_are_worked_on_or_wait_than_there_are_places_and_none_is_lost(
      @ForAll @Size(max = 60) List<Step> steps) {
    Places places = places(3, 2, LONG);
    Deque<Place> held = new ArrayDeque<>();
    Deque<CompletableFuture<Optional<Place>>> waiting = new ArrayDeque<>();
    List<Place> gone = new ArrayList<>();
    for (Step step : steps) {
      switch (step) {
        case ASK -> {
          CompletableFuture<Optional<Place>> answer = places.ask();
          if (held.size() < 3) {
            held.add(answer.join().orElseThrow());
          } else if (waiting.size() < 2) {
            waiting.add(answer);
          } else {
            assertThat(answer.join()).isEmpty();
          }
        }
        case RELEASE -> {
          if (!held.isEmpty()) {
            gone.add(held.remove());
            gone.getLast().release();
            if (!waiting.isEmpty()) {
              held.add(soon(waiting.remove()).orElseThrow());
            }
          }
        }
        case RELEASE_AGAIN -> gone.forEach(Place::release);
      }
      assertThat(places.load()).isEqualTo(new Places.Load(held.size(), waiting.size()));
    }
  }

  @Test
  void who_has_waited_long_enough_is_refused() {
    Places places = places(1, 1, Duration.ofMillis(5));
    Place place = places.ask().join().orElseThrow();
    assertThat(soon(places.ask())).isEmpty();
    assertThat(places.load()).isEqualTo(new Places.Load(1, 0));
    place.release();
    assertThat(places.ask().join()).isPresent();
  }

  @Test
  void a_lent_place_is_taken_back_before_anyone_new_gets_one() throws InterruptedException {
    Places places = places(1, 5, LONG);
    Place lender = places.ask().join().orElseThrow();
    lender.lend();
    Place other = places.ask().join().orElseThrow();
    var later = places.ask();
    CompletableFuture<Void> back = CompletableFuture.runAsync(() -> takeBack(lender), executor);
    await(() -> places.waitingAgain() == 1);
    other.release();
    soon(back);
    assertThat(later).isNotDone();
    lender.release();
    assertThat(soon(later)).isPresent();
  }

  @Test
  void a_call_that_ends_while_its_place_is_lent_leaves_nothing_behind()
      throws InterruptedException {
    Places places = places(1, 5, LONG);
    Place place = places.ask().join().orElseThrow();
    place.lend();
    place.release();
    place.takeBack();
    assertThat(places.load()).isEqualTo(new Places.Load(0, 0));
  }

  @Test
  void an_interrupted_wait_for_a_lent_place_takes_none() {
    Places places = places(1, 5, LONG);
    Place lender = places.ask().join().orElseThrow();
    lender.lend();
    Place other = places.ask().join().orElseThrow();
    Thread.currentThread().interrupt();
    assertThatThrownBy(lender::takeBack).isInstanceOf(InterruptedException.class);
    other.release();
    lender.release();
    await(() -> places.load().equals(new Places.Load(0, 0)));
  }

  private Places places(int running, int queued, Duration longest) {
    return new Places(new OverloadSettings(running, queued, longest), executor);
  }

  private static void takeBack(Place place) {
    try {
      place.takeBack();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> T soon(CompletableFuture<T> answer) {
    return answer.orTimeout(10, TimeUnit.SECONDS).join();
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.onSpinWait();
    }
  }
}
