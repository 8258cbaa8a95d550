package dev.waymark.conformance.judging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.conformance.contract.CatalogueRow;
import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.contract.Response;
import dev.waymark.conformance.contract.ResponseExample;
import dev.waymark.conformance.contract.Template;
import dev.waymark.conformance.faults.Reply;
import java.time.Duration;
import java.util.List;

/** Answers as the contract has them, from its examples, with the headers of that very answer. */
public final class Answers {
  private static final long LONGEST_WAIT_MILLIS = 120_000;
  private static final List<String> LIMITS =
      List.of(
          "X-RateLimit-Limit",
          "X-RateLimit-Remaining",
          "X-RateLimit-Reset",
          "RateLimit-Policy",
          "RateLimit");

  private final Contract contract;
  private final Pace pace;

  public Answers(Contract contract, Pace pace) {
    this.contract = contract;
    this.pace = pace;
  }

  /** The first example of the first success. */
  public Reply success(Operation operation) {
    return operation.responses().stream()
        .filter(response -> response.status() < 300)
        .flatMap(response -> response.examples().stream())
        .filter(example -> example.mediaType().equals("application/json"))
        .findFirst()
        .map(Answers::success)
        .orElseThrow(() -> new AssertionError(operation + " shows no success"));
  }

  /** Waits that the catalogue leaves to the server are those of the pace. */
  public Reply error(Operation operation, String code) {
    CatalogueRow row = contract.row(code);
    ObjectNode body = operation.exampleError(code).deepCopy();
    if (row.strategy().equals("after_delay")) {
      ((ObjectNode) body.path("retry")).put("after_ms", pace.pause().toMillis());
      body.put("next", new Template(row.next()).filledFrom(body));
    }
    Response response =
        operation.errors().stream()
            .filter(one -> one.status() == row.status())
            .findFirst()
            .orElseThrow(() -> new AssertionError(operation + " has no " + row.status()));
    Reply reply =
        withLimits(
            Reply.of(row.status(), body.toString())
                .with("Content-Type", "application/json")
                .with("X-Request-Id", body.path("request_id").asText())
                .with("X-Error-Code", code),
            response);
    if (row.status() == 401) {
      reply = reply.with("WWW-Authenticate", "Bearer realm=\"waymark\"");
    }
    return withWait(reply, operation, row, body.path("retry"));
  }

  private static Reply success(ResponseExample example) {
    Reply reply =
        Reply.of(example.response().status(), example.value().toString())
            .with("Content-Type", "application/json")
            .with("X-Request-Id", "req_01KAM3Q9T5X8Y2ZB4C6D7E8F9G");
    return withLimits(reply, example.response());
  }

  private static Reply withLimits(Reply reply, Response response) {
    Reply more = reply;
    for (String name : LIMITS) {
      String value = response.headerExample(name).map(JsonNode::asText).orElse("");
      more = value.isEmpty() ? more : more.with(name, value);
    }
    return more;
  }

  private static Reply withWait(
      Reply reply, Operation operation, CatalogueRow row, JsonNode retry) {
    long millis = retry.path("after_ms").asLong(retry.path("base_ms").asLong(0));
    if (millis == 0 || millis > LONGEST_WAIT_MILLIS) {
      return reply.with("X-Should-Retry", "false");
    }
    boolean mayHaveBeenCarriedOut = row.status() >= 500 && row.status() != 503;
    boolean guarded = mayHaveBeenCarriedOut && operation.takesIdempotencyKey();
    return waiting(reply, Duration.ofMillis(millis))
        .with("X-Should-Retry", guarded ? Reply.IF_SAFE : "true");
  }

  /** With this wait in both headers. */
  static Reply waiting(Reply reply, Duration wait) {
    return reply
        .with("Retry-After", String.valueOf(Math.ceilDiv(wait.toMillis(), 1000L)))
        .with("Retry-After-Ms", String.valueOf(wait.toMillis()));
  }
}
