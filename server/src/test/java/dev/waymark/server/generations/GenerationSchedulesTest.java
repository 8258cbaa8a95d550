package dev.waymark.server.generations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.errors.ApiException;
import dev.waymark.errors.ErrorCode;
import dev.waymark.errors.Errors;
import dev.waymark.server.ScriptedProvider;
import dev.waymark.server.ids.GenerationId;
import dev.waymark.server.providers.Assignment;
import dev.waymark.server.providers.Media;
import dev.waymark.server.providers.ProviderException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * Random lives of generations: whatever happens to them in whatever order, every hold has one end
 * and no credit is lost.
 */
class GenerationSchedulesTest {

  private static final long QUOTA = 6 * Workshop.PRICE;

  enum Event {
    START,
    START_AGAIN_WITH_THE_SAME_KEY,
    WORK,
    WORK_IN_VAIN,
    CLAIM_AND_DIE,
    COME_BACK_TOO_LATE,
    GIVE_BACK,
    CANCEL,
    SWEEP,
    LET_A_MOMENT_PASS,
    LET_TWENTY_MINUTES_PASS,
    LET_A_MONTH_BEGIN
  }

  /** The number chooses among what there is. */
  record Step(Event event, int number) {}

  @Property(tries = 1000, shrinking = ShrinkingMode.BOUNDED)
  void after_every_step_the_books_are_right_and_a_final_status_stays(
      @ForAll("schedules") List<Step> schedule) throws InterruptedException {
    Life life = new Life();
    life.workshop.limitKey(QUOTA);
    for (Step step : schedule) {
      life.goOn(step);
      life.assertThatFinalStaysFinal();
      life.workshop.assertBooks();
      assertThat(life.workshop.quota().used().value())
          .as("spent of the key's quota")
          .isEqualTo(life.workshop.spentThisMonth())
          .isLessThanOrEqualTo(QUOTA);
    }
  }

  @Property(tries = 15, shrinking = ShrinkingMode.BOUNDED)
  void in_the_end_everything_has_ended(@ForAll("schedules") List<Step> schedule)
      throws InterruptedException {
    Life life = new Life();
    for (Step step : schedule) {
      life.goOn(step);
    }
    life.workshop.clock.move(life.workshop.maxAge());
    life.workshop.sweep();

    assertThat(life.started).allMatch(id -> life.workshop.status(id).isFinal());
    life.workshop.assertBooks();
  }

  @Provide
  Arbitrary<List<Step>> schedules() {
    return Combinators.combine(Arbitraries.of(Event.class), Arbitraries.integers().between(0, 9))
        .as(Step::new)
        .list()
        .ofMaxSize(20)
        .withoutEdgeCases();
  }

  private static final class Life {
    final Workshop workshop = Workshop.open();
    final List<GenerationId> started = new ArrayList<>();
    private final List<Job> claimed = new ArrayList<>();
    private final Map<GenerationId, Generation> ended = new HashMap<>();

    void goOn(Step step) throws InterruptedException {
      switch (step.event()) {
        case START -> start(Optional.empty());
        case START_AGAIN_WITH_THE_SAME_KEY -> start(Optional.of("key " + step.number() % 2));
        case WORK -> workshop.workers.workOnce();
        case WORK_IN_VAIN -> workInVain();
        case CLAIM_AND_DIE -> workshop.queue.claim().ifPresent(claimed::add);
        case COME_BACK_TOO_LATE -> claimed(step).ifPresent(job -> comeBack(job, step.number()));
        case GIVE_BACK -> claimed(step).ifPresent(workshop.queue::giveBack);
        case CANCEL -> started(step).ifPresent(this::cancel);
        case SWEEP -> workshop.sweep();
        case LET_A_MOMENT_PASS -> workshop.clock.move(Duration.ofMillis(600));
        case LET_A_MONTH_BEGIN -> workshop.clock.moveTo(workshop.nextMonth());
        case LET_TWENTY_MINUTES_PASS -> workshop.clock.move(Duration.ofMinutes(20));
      }
    }

    void assertThatFinalStaysFinal() {
      for (GenerationId id : started) {
        Generation now = workshop.read(id);
        if (now.status().isFinal()) {
          assertThat(now).isEqualTo(ended.computeIfAbsent(id, _ -> now));
        } else {
          assertThat(ended).doesNotContainKey(id);
        }
      }
    }

    private void start(Optional<String> key) {
      if (workshop
              .generations
              .list(workshop.account(), Optional.empty(), Optional.empty(), 100)
              .entries()
              .stream()
              .filter(generation -> !generation.status().isFinal())
              .count()
          < 5) {
        try {
          Started start = workshop.start(key);
          if (!start.replayed()) {
            started.add(start.generation().id());
          }
        } catch (ApiException refusal) {
          assertThat(refusal.error().code()).isEqualTo(ErrorCode.KEY_QUOTA_EXCEEDED);
          assertThat(workshop.spentThisMonth()).isGreaterThan(QUOTA - Workshop.PRICE);
        }
      }
    }

    private void workInVain() throws InterruptedException {
      started.stream()
          .filter(id -> !workshop.status(id).isFinal())
          .forEach(id -> workshop.provider.script(id, Life::fail));
      workshop.workers.workOnce();
    }

    private static Media fail(Assignment assignment) throws ProviderException {
      throw new ProviderException("scripted for " + assignment.generation());
    }

    private void comeBack(Job job, int number) {
      if (number % 2 == 0) {
        workshop.ending.complete(job, ScriptedProvider.media());
      } else {
        workshop.ending.fail(job, Errors.generationFailed().error());
      }
    }

    private void cancel(GenerationId id) {
      Status status = workshop.status(id);
      if (!status.isFinal() || status == Status.CANCELLED) {
        workshop.cancel(id);
      }
    }

    private Optional<Job> claimed(Step step) {
      return claimed.isEmpty()
          ? Optional.empty()
          : Optional.of(claimed.get(step.number() % claimed.size()));
    }

    private Optional<GenerationId> started(Step step) {
      return started.isEmpty()
          ? Optional.empty()
          : Optional.of(started.get(step.number() % started.size()));
    }
  }
}
