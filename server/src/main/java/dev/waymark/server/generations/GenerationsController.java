package dev.waymark.server.generations;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.generated.server.api.GenerationsApi;
import dev.waymark.generated.server.model.GenerationPage;
import dev.waymark.generated.server.model.GenerationStatus;
import dev.waymark.generated.server.model.Quote;
import dev.waymark.server.access.Caller;
import dev.waymark.server.contract.Calls;
import dev.waymark.server.contract.Cursor;
import dev.waymark.server.contract.Page;
import dev.waymark.server.contract.PageLink;
import dev.waymark.server.sandbox.ForcedError;
import dev.waymark.server.wallet.Credits;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Translates the operations on generations. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class GenerationsController implements GenerationsApi {
  private final Generations generations;
  private final Cancellation cancellation;
  private final Waiting waiting;
  private final GenerationView view;
  private final GenerationAnswers answers;
  private final PageLink link;
  private final Calls calls;

  GenerationsController(
      Generations generations,
      Cancellation cancellation,
      Waiting waiting,
      GenerationView view,
      GenerationAnswers answers,
      PageLink link,
      Calls calls) {
    this.generations = generations;
    this.cancellation = cancellation;
    this.waiting = waiting;
    this.view = view;
    this.answers = answers;
    this.link = link;
    this.calls = calls;
  }

  @Override
  public HttpResponse<dev.waymark.generated.server.model.Generation> startGeneration(
      JsonNode body,
      @Nullable String idempotencyKey,
      @Nullable Long maxCredits,
      @Nullable String testError) {
    return answers.started(
        generations.start(
            new StartRequest(
                Caller.current(),
                calls.current().id(),
                body,
                Optional.ofNullable(idempotencyKey),
                Optional.ofNullable(maxCredits).map(Credits::new),
                ForcedError.ofJob())));
  }

  @Override
  public HttpResponse<Quote> quoteGeneration(JsonNode body, @Nullable String testError) {
    return HttpResponse.ok(view.of(generations.quote(Caller.current(), body)));
  }

  @Override
  public HttpResponse<dev.waymark.generated.server.model.Generation> getGeneration(
      String generationId, @Nullable String prefer, @Nullable String testError) {
    return answers.found(
        waiting.get(Caller.current().account(), generationId, WaitPreference.read(prefer)));
  }

  @Override
  public HttpResponse<GenerationPage> listGenerations(
      @Nullable GenerationStatus status,
      @Nullable Integer limit,
      @Nullable String cursor,
      @Nullable String testError) {
    Page<Generation> page =
        generations.list(
            Caller.current().account(),
            Optional.ofNullable(status).map(GenerationStatus::getValue).map(Status::of),
            Cursor.read(cursor),
            PageLink.limit(limit));
    link.announce(page);
    return HttpResponse.ok(view.of(page));
  }

  @Override
  public HttpResponse<dev.waymark.generated.server.model.Generation> cancelGeneration(
      String generationId, @Nullable String testError) {
    return answers.cancelled(
        cancellation.cancel(Caller.current(), calls.current().id(), generationId));
  }
}
