package dev.waymark.server.generations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.errors.ApiError;
import dev.waymark.errors.Errors;
import dev.waymark.server.models.Model;
import dev.waymark.server.outputs.OutputSettings;
import dev.waymark.server.providers.Assignment;
import dev.waymark.server.providers.Found;
import dev.waymark.server.providers.Media;
import dev.waymark.server.providers.ProviderException;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One attempt of a provider at a job, from the claim to what is to be done next. */
@Singleton
final class Attempt {
  private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);

  private final ModelProviders models;
  private final ProviderQuestions questions;
  private final ProviderCall call;
  private final Completion completion;
  private final Ending ending;
  private final ForcedEnding forcedEnding;
  private final JobQueue queue;
  private final ObjectMapper json;
  private final WorkerSettings settings;
  private final int maxOutputBytes;

  Attempt(
      ModelProviders models,
      ProviderQuestions questions,
      ProviderCall call,
      Completion completion,
      Ending ending,
      ForcedEnding forcedEnding,
      JobQueue queue,
      ObjectMapper json,
      WorkerSettings settings,
      OutputSettings outputs) {
    this.models = models;
    this.questions = questions;
    this.call = call;
    this.completion = completion;
    this.ending = ending;
    this.forcedEnding = forcedEnding;
    this.queue = queue;
    this.json = json;
    this.settings = settings;
    this.maxOutputBytes = outputs.maxBytes();
  }

  /**
   * Works on the job until it has ended, is to be retried, or was taken away; an interrupt gives it
   * back. A job that others have had before is asked for first, and made only if it neither is nor
   * is being made.
   */
  void run(Job job) throws InterruptedException {
    Optional<ModelProviders.Served> served = models.of(job.model(), job.mode());
    if (job.forced().isPresent()) {
      forcedEnding.work(job, job.forced().get());
    } else if (served.isEmpty()) {
      giveUp(job);
    } else if (job.attempt() == 1) {
      make(job, served.get());
    } else {
      resume(job, served.get());
    }
  }

  private void resume(Job job, ModelProviders.Served served) throws InterruptedException {
    Optional<Found> found = questions.ask(served, job.id()).await();
    if (found.isEmpty()) {
      // Making it now could pay for it twice.
      queue.lookAgainAfter(job, settings.retryPause());
      return;
    }
    switch (found.get()) {
      case Found.Made(Media media) -> made(job, served.model(), media);
      case Found.Running() -> queue.lookAgainAfter(job, settings.retryPause());
      case Found.Failed(), Found.Unknown() -> {
        if (job.attempt() > settings.maxAttempts()) {
          giveUp(job);
        } else {
          make(job, served);
        }
      }
    }
  }

  private void giveUp(Job job) {
    LOG.error(
        "{}: given up: the model is gone or {} attempts were lost",
        job.id(),
        settings.maxAttempts());
    fail(job, Errors.generationFailed().error());
  }

  private void make(Job job, ModelProviders.Served served) throws InterruptedException {
    Model model = served.model();
    switch (call.make(job, served, assignment(job, model))) {
      case ProviderCall.Made(Media media) -> made(job, model, media);
      case ProviderCall.Failed(ProviderException failure) -> failed(job, model, failure);
      case ProviderCall.TimedOut() ->
          fail(job, Errors.providerTimeout(model.slug(), model.limits().timeoutSeconds()).error());
      case ProviderCall.TakenAway() -> LOG.info("{}: taken away while it was worked on", job.id());
    }
  }

  private void made(Job job, Model model, Media media) throws InterruptedException {
    if (media.content().length <= maxOutputBytes) {
      LOG.info("{}: {}", job.id(), completion.complete(job, media) ? "completed" : "came too late");
    } else {
      failed(job, model, new ProviderException("output of " + media.content().length + " bytes"));
    }
  }

  private void failed(Job job, Model model, ProviderException failure) {
    LOG.warn("{}: attempt {} failed", job.id(), job.attempt(), failure);
    if (job.attempt() < settings.maxAttempts()) {
      queue.retryAfter(job, settings.retryPause());
    } else {
      fail(job, Errors.providerError(model.slug()).error());
    }
  }

  private void fail(Job job, ApiError error) {
    ending.fail(job, error);
    LOG.info("{}: failed with {}", job.id(), error.code());
  }

  private Assignment assignment(Job job, Model model) {
    try {
      return new Assignment(
          job.id(), job.prompt(), json.readTree(job.parameters()), model.settings());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored parameters cannot be read", e);
    }
  }
}
