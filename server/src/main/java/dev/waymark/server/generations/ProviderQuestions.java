package dev.waymark.server.generations;

import dev.waymark.server.ids.GenerationId;
import dev.waymark.server.providers.Found;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks providers what has become of generations, and does not wait long for the answer. */
@Singleton
final class ProviderQuestions {
  private static final Logger LOG = LoggerFactory.getLogger(ProviderQuestions.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /** A question that is on its way, however long the answer takes. */
  static final class Question {
    private final GenerationId id;
    private final Future<Found> answer;

    private Question(GenerationId id, Future<Found> answer) {
      this.id = id;
      this.answer = answer;
    }

    /** What the provider said within five seconds of the call; nothing if it could not say it. */
    Optional<Found> await() throws InterruptedException {
      try {
        return Optional.of(answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
      } catch (ExecutionException | TimeoutException e) {
        LOG.warn("{}: the provider cannot say what has become of it", id, e);
        return Optional.empty();
      } finally {
        answer.cancel(true);
      }
    }
  }

  Question ask(ModelProviders.Served served, GenerationId id) {
    return new Question(id, threads.submit(() -> served.finder().find(id)));
  }

  @PreDestroy
  void close() {
    threads.shutdownNow();
  }
}
