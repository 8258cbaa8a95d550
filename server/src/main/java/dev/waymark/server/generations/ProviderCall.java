package dev.waymark.server.generations;

import dev.waymark.server.providers.Assignment;
import dev.waymark.server.providers.Media;
import dev.waymark.server.providers.ProviderException;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls a provider, keeps the job's lease meanwhile, and stops the call when its time is over or
 * the job is taken away.
 *
 * <p>Providers run on platform threads: some compute for seconds, which would starve requests on
 * virtual ones.
 */
@Singleton
final class ProviderCall {
  private static final Logger LOG = LoggerFactory.getLogger(ProviderCall.class);

  private final RunningJobs running;
  private final JobQueue queue;
  private final Clock clock;
  private final Duration renewEvery;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("provider-", 1).factory());

  ProviderCall(RunningJobs running, JobQueue queue, Clock clock, WorkerSettings settings) {
    this.running = running;
    this.queue = queue;
    this.clock = clock;
    this.renewEvery = settings.lease().dividedBy(3);
  }

  /** How a call came out. */
  sealed interface Outcome {}

  record Made(Media media) implements Outcome {}

  record Failed(ProviderException failure) implements Outcome {}

  record TimedOut() implements Outcome {}

  /** Cancelled, expired, or claimed by another worker: there is nothing left to do. */
  record TakenAway() implements Outcome {}

  Outcome make(Job job, ModelProviders.Served served, Assignment assignment)
      throws InterruptedException {
    Instant deadline = clock.instant().plusSeconds(served.model().limits().timeoutSeconds());
    Future<Media> call = threads.submit(() -> served.maker().make(assignment));
    running.add(job.id(), call);
    try {
      return await(job, call, deadline);
    } finally {
      running.remove(job.id(), call);
      call.cancel(true);
    }
  }

  private Outcome await(Job job, Future<Media> call, Instant deadline) throws InterruptedException {
    while (true) {
      try {
        return new Made(call.get(nextLook(deadline).toMillis(), TimeUnit.MILLISECONDS));
      } catch (TimeoutException e) {
        if (!clock.instant().isBefore(deadline)) {
          return new TimedOut();
        }
        if (!keepLease(job)) {
          return new TakenAway();
        }
      } catch (CancellationException e) {
        return new TakenAway();
      } catch (ExecutionException e) {
        return new Failed(failure(e.getCause()));
      }
    }
  }

  // A database that is away for a moment has taken nothing away: if another worker has the job by
  // the time this one is done, the end will tell.
  private boolean keepLease(Job job) {
    try {
      return queue.renew(job);
    } catch (JdbiException e) {
      LOG.warn("{}: the lease could not be renewed", job.id(), e);
      return true;
    }
  }

  private Duration nextLook(Instant deadline) {
    Duration left = Duration.between(clock.instant(), deadline);
    Duration look = left.compareTo(renewEvery) < 0 ? left : renewEvery;
    return look.isPositive() ? look : Duration.ofMillis(1);
  }

  private static ProviderException failure(@Nullable Throwable cause) {
    return cause instanceof ProviderException known
        ? known
        : new ProviderException("the provider broke off", cause);
  }

  @PreDestroy
  void close() {
    threads.shutdownNow();
  }
}
