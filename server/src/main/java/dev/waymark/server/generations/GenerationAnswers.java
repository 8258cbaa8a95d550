package dev.waymark.server.generations;

import dev.waymark.generated.server.model.Generation;
import dev.waymark.server.access.Caller;
import dev.waymark.server.contract.Call;
import dev.waymark.server.contract.Calls;
import dev.waymark.server.contract.Charge;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;

/** Gives generations the headers that the contract owes with them. */
@Singleton
final class GenerationAnswers {
  private static final int POLL_AFTER_SECONDS = 1;

  private final GenerationView view;
  private final Calls calls;

  GenerationAnswers(GenerationView view, Calls calls) {
    this.view = view;
    this.calls = calls;
  }

  HttpResponse<Generation> started(Started started) {
    note(
        started.generation(),
        started.charged().value() == 0 ? Charge.NONE : Charge.held(started.charged()));
    if (started.replayed()) {
      calls.current().replays(started.original());
    }
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
    note(waited.generation(), Charge.NONE);
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
    note(
        cancelled.generation(),
        cancelled.now() ? Charge.released(cancelled.generation().estimate()) : Charge.NONE);
    return HttpResponse.ok(view.of(cancelled.generation()))
        .header("X-Credits-Charged", "0")
        .header("X-Credits-Remaining", cancelled.balance().toString());
  }

  private void note(dev.waymark.server.generations.Generation generation, Charge charge) {
    Call call = calls.current();
    call.concerns(generation.id());
    call.charged(charge);
  }
}
