package dev.waymark.server;

import dev.waymark.server.lifecycle.BackgroundWork;
import dev.waymark.server.lifecycle.WaitingCalls;
import dev.waymark.server.settings.ServerSettings;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import io.micronaut.runtime.server.EmbeddedServer;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops from the outside in: no new connections, running requests end, background work ends, and
 * last, with the context's beans, the pool and PostgreSQL.
 */
final class OrderedStop {
  private static final Logger LOG = LoggerFactory.getLogger(OrderedStop.class);

  private OrderedStop() {}

  static void of(ApplicationContext context, EmbeddedServer server) {
    Duration grace = context.getBean(ServerSettings.class).stopGrace();
    if (server instanceof GracefulShutdownCapable graceful) {
      CompletionStage<?> drained = graceful.shutdownGracefully();
      context.getBeansOfType(WaitingCalls.class).forEach(WaitingCalls::release);
      await(drained, grace);
    }
    stopWork(context);
    // Ends the server too, which takes the context with it if it is stopped by itself.
    context.close();
  }

  /** Beans that were not made yet are not made for the stop. */
  static void afterFailedStart(ApplicationContext context) {
    try {
      if (context.isRunning()) {
        context.getActiveBeanRegistrations(BackgroundWork.class).stream()
            .map(registration -> registration.getBean())
            .forEach(BackgroundWork::stop);
      }
      context.close();
    } catch (RuntimeException e) {
      // What made the start fail is what must be told.
      LOG.debug("Stopping after a failed start failed too", e);
    }
  }

  private static void stopWork(ApplicationContext context) {
    for (BackgroundWork work : context.getBeansOfType(BackgroundWork.class)) {
      try {
        work.stop();
      } catch (RuntimeException e) {
        // The rest must be stopped all the same, and the database most of all.
        LOG.error("{} did not stop", work.getClass().getSimpleName(), e);
      }
    }
  }

  private static void await(CompletionStage<?> drained, Duration grace) {
    try {
      drained.toCompletableFuture().get(grace.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      LOG.warn(
          "Requests were still running {} s after the stop began; they are cut", grace.toSeconds());
    } catch (ExecutionException e) {
      LOG.warn("Connections could not all be closed in order", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
