package dev.waymark.benchmarks.endpoints;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.generated.server.model.Generation;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Reads and writes the JSON, on a virtual thread, and does nothing else. */
@Controller("/api/v1")
@Requires(property = "endpoint", value = "bare")
@ExecuteOn(TaskExecutors.BLOCKING)
final class BareController {
  private static final String ID = "gen_01M80TNCE6N82XMFSCNEQ363GR";

  @Get("/generations/{id}")
  HttpResponse<Generation> get(String id) {
    return HttpResponse.ok(Answers.found(id));
  }

  @Post("/generate")
  HttpResponse<Generation> start(@Body JsonNode body) {
    return HttpResponse.accepted().body(Answers.started(ID, body));
  }
}
