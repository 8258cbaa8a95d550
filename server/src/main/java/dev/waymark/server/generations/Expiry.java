package dev.waymark.server.generations;

import dev.waymark.errors.ApiError;
import dev.waymark.errors.Errors;
import dev.waymark.server.lifecycle.BackgroundWork;
import dev.waymark.server.lifecycle.Rounds;
import dev.waymark.server.outputs.OutputSettings;
import dev.waymark.server.providers.Found;
import dev.waymark.server.providers.Media;
import dev.waymark.server.time.Pause;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends generations that are past their age, so that hold and slot are free within a second. What a
 * provider may have made of one is asked first: what is made is delivered and settled.
 *
 * <p>Several nodes may do so at once; each generation ends once.
 */
@Singleton
final class Expiry implements BackgroundWork {
  private static final Logger LOG = LoggerFactory.getLogger(Expiry.class);
  private static final int AT_ONCE = 500;

  private final Jdbi jdbi;
  private final GenerationStore generations;
  private final ModelProviders models;
  private final ProviderQuestions questions;
  private final Ending ending;
  private final RunningJobs running;
  private final Clock clock;
  private final Rounds rounds;
  private final Duration maxAge;
  private final int maxOutputBytes;

  Expiry(
      Jdbi jdbi,
      GenerationStore generations,
      ModelProviders models,
      ProviderQuestions questions,
      Ending ending,
      RunningJobs running,
      Clock clock,
      Pause pause,
      GenerationSettings settings,
      SweeperSettings sweeper,
      OutputSettings outputs) {
    this.jdbi = jdbi;
    this.generations = generations;
    this.models = models;
    this.questions = questions;
    this.ending = ending;
    this.running = running;
    this.clock = clock;
    this.rounds = new Rounds("expiry", sweeper.expiryInterval(), pause);
    this.maxAge = settings.maxAge();
    this.maxOutputBytes = outputs.maxBytes();
  }

  @Override
  public void start() {
    rounds.start(this::expire, e -> LOG.error("generations could not be expired", e));
  }

  /** Ends all that are overdue now. */
  void expire() {
    List<Overdue> late;
    do {
      late =
          jdbi.withHandle(
              handle -> generations.overdue(handle, clock.instant().minus(maxAge), AT_ONCE));
      end(late.stream().filter(each -> each.attempts() == 0).toList(), List.of());
      askThenEnd(late.stream().filter(each -> each.attempts() != 0).toList());
    } while (late.size() == AT_ONCE && !Thread.currentThread().isInterrupted());
  }

  private void askThenEnd(List<Overdue> late) {
    // All at once: one silent provider takes no more of the others' time than its own patience.
    List<Optional<ProviderQuestions.Question>> asked =
        late.stream()
            .map(each ->
                models.of(each.model(), each.mode()).map(model -> questions.ask(model, each.id())))
            .toList();
    List<Optional<Media>> made = new ArrayList<>();
    for (Optional<ProviderQuestions.Question> question : asked) {
      made.add(question.flatMap(this::made));
    }
    end(late, made);
  }

  private Optional<Media> made(ProviderQuestions.Question question) {
    try {
      return question
          .await()
          .filter(Found.Made.class::isInstance)
          .map(found -> ((Found.Made) found).media())
          .filter(media -> media.content().length <= maxOutputBytes);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private void end(List<Overdue> late, List<Optional<Media>> made) {
    ApiError error = Errors.generationExpired(maxAge.toSeconds()).error();
    List<End> ends = new ArrayList<>();
    for (int index = 0; index < late.size(); index++) {
      Overdue each = late.get(index);
      Optional<Media> media = made.isEmpty() ? Optional.empty() : made.get(index);
      ends.add(
          media
              .map(found -> ending.completion(each, found))
              .orElseGet(() -> ending.expiry(each, error)));
    }
    List<Boolean> ended = ending.endAll(ends);
    for (int index = 0; index < ends.size(); index++) {
      if (ended.get(index)) {
        running.stop(ends.get(index).id());
        LOG.info("{}: {} at the end of its time", ends.get(index).id(), ends.get(index).status());
      }
    }
  }

  @Override
  public void stop() {
    rounds.stop();
  }
}
