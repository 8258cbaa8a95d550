package dev.waymark.server.generations;

import dev.waymark.server.ids.GenerationId;
import dev.waymark.server.providers.Found;
import dev.waymark.server.time.Ticker;
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

  private final Ticker ticker;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  ProviderQuestions(Ticker ticker) {
    this.ticker = ticker;
  }

  /** A question that is on its way, however long the answer takes. */
  static final class Question {
    private final GenerationId id;
    private final Future<Found> answer;
    private final Ticker ticker;
    private final long askedAt;

    private Question(GenerationId id, Future<Found> answer, Ticker ticker) {
      this.id = id;
      this.answer = answer;
      this.ticker = ticker;
      this.askedAt = ticker.nanos();
    }

    /**
     * What the provider said within five seconds of being asked, however many were asked beside it;
     * nothing if it could not say it.
     */
    Optional<Found> await() throws InterruptedException {
      long left = PATIENCE.toNanos() - (ticker.nanos() - askedAt);
      try {
        return Optional.of(answer.get(left, TimeUnit.NANOSECONDS));
      } catch (ExecutionException | TimeoutException e) {
        LOG.warn("{}: the provider cannot say what has become of it", id, e);
        return Optional.empty();
      } finally {
        answer.cancel(true);
      }
    }
  }

  Question ask(ModelProviders.Served served, GenerationId id) {
    return new Question(id, threads.submit(() -> served.finder().find(id)), ticker);
  }

  @PreDestroy
  void close() {
    threads.shutdownNow();
  }
}
