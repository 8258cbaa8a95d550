package dev.waymark.server.generations;

import dev.waymark.errors.ApiError;
import dev.waymark.errors.ErrorCode;
import dev.waymark.errors.Errors;
import dev.waymark.server.sandbox.ForcedError;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a generation with the error that its test key has asked for, after the time that it has
 * asked for, as if a provider had taken that long. No provider is called.
 */
@Singleton
final class ForcedEnding {
  private static final Logger LOG = LoggerFactory.getLogger(ForcedEnding.class);

  private final ModelProviders models;
  private final JobQueue queue;
  private final Ending ending;
  private final Duration maxAge;

  ForcedEnding(ModelProviders models, JobQueue queue, Ending ending, GenerationSettings settings) {
    this.models = models;
    this.queue = queue;
    this.ending = ending;
    this.maxAge = settings.maxAge();
  }

  void work(Job job, ForcedError forced) {
    if (job.attempt() == 1 && forced.delay().isPositive()) {
      // Nobody waits for it: the generation stays in processing and is claimed again after the
      // delay.
      queue.retryAfter(job, forced.delay());
    } else {
      end(job, forced.code());
      LOG.info("{}: ended with {}, as was asked for", job.id(), forced.code());
    }
  }

  private void end(Job job, ErrorCode code) {
    switch (code) {
      case GENERATION_FAILED -> ending.fail(job, Errors.generationFailed().error());
      case GENERATION_EXPIRED ->
          ending.expire(job, Errors.generationExpired(maxAge.toSeconds()).error());
      case PROVIDER_ERROR -> ending.fail(job, Errors.providerError(job.model()).error());
      case PROVIDER_TIMEOUT -> ending.fail(job, timeout(job));
      default -> throw new IllegalStateException("no generation ends with " + code);
    }
  }

  private ApiError timeout(Job job) {
    return models
        .of(job.model(), job.mode())
        .map(ModelProviders.Served::model)
        .map(model -> Errors.providerTimeout(model.slug(), model.limits().timeoutSeconds()))
        // As with any job whose model has left the catalogue.
        .orElseGet(Errors::generationFailed)
        .error();
  }
}
