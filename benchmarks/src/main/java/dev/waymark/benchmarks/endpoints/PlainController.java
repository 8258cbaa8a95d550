package dev.waymark.benchmarks.endpoints;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.generated.server.model.Generation;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.sql.SQLException;

/** Starts as one would write it first: each call holds in a transaction of its own. */
@Controller("/api/v1")
@Requires(property = "endpoint", value = "plain")
@ExecuteOn(TaskExecutors.BLOCKING)
final class PlainController {
  private final PlainHolds holds;

  PlainController(PlainHolds holds) {
    this.holds = holds;
  }

  @Post("/generate")
  HttpResponse<Generation> start(
      @Body JsonNode body,
      @Header("Authorization") String authorization,
      @Header("Idempotency-Key") String idempotencyKey)
      throws SQLException {
    String id = holds.hold(authorization.substring("Bearer ".length()), idempotencyKey, body);
    return HttpResponse.accepted().body(Answers.started(id, body));
  }
}
