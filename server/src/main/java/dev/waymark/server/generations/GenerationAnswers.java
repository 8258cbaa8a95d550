package dev.waymark.server.generations;

import dev.waymark.generated.server.model.Generation;
import dev.waymark.server.access.Caller;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;

/** Gives generations the headers that the contract owes with them. */
@Singleton
final class GenerationAnswers {
  private static final int POLL_AFTER_SECONDS = 1;

  private final GenerationView view;

  GenerationAnswers(GenerationView view) {
    this.view = view;
  }

  HttpResponse<Generation> started(Started started) {
    int limit = Caller.current().plan().concurrentGenerations();
    return HttpResponse.accepted()
        .body(view.of(started.generation()))
        .header(HttpHeaders.LOCATION, "/api/v1/generations/" + started.generation().id())
        .header(HttpHeaders.RETRY_AFTER, Integer.toString(POLL_AFTER_SECONDS))
        .header("Idempotent-Replayed", Boolean.toString(started.replayed()))
        .header("X-Original-Request-Id", started.original().value())
        .header("X-Credits-Charged", started.charged().toString())
        .header("X-Credits-Remaining", started.balance().toString())
        .header("X-Concurrency-Limit", Integer.toString(limit))
        .header(
            "X-Concurrency-Remaining", Integer.toString(Math.max(0, limit - started.running())));
  }

  HttpResponse<Generation> found(Waiting.Waited waited) {
    MutableHttpResponse<Generation> response = HttpResponse.ok(view.of(waited.generation()));
    if (!waited.generation().status().isFinal()) {
      response.header(HttpHeaders.RETRY_AFTER, Integer.toString(POLL_AFTER_SECONDS));
    }
    if (waited.granted().isPositive()) {
      response.header("Preference-Applied", "wait=" + waited.granted().toSeconds());
    }
    return response;
  }

  HttpResponse<Generation> cancelled(Cancellation.Cancelled cancelled) {
    return HttpResponse.ok(view.of(cancelled.generation()))
        .header("X-Credits-Charged", "0")
        .header("X-Credits-Remaining", cancelled.balance().toString());
  }
}
