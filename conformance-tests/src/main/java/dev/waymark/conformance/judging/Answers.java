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
import java.util.Locale;
import java.util.Set;

/** Answers as the contract has them, from its examples, with the headers of that very answer. */
public final class Answers {
  private static final long LONGEST_WAIT_MILLIS = 120_000;

  /** What goes by the code, the request or the time, and not by the example of its response. */
  private static final Set<String> OWN =
      Set.of(
          "x-request-id",
          "x-error-code",
          "x-should-retry",
          "retry-after",
          "retry-after-ms",
          "link",
          "idempotent-replayed",
          "x-original-request-id",
          "x-ratelimit-reset");

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
    body.put("request_id", Reply.REQUEST_ID);
    Reply reply =
        withHeaders(Reply.of(row.status(), body.toString()), response)
            .with("X-Error-Code", code)
            .with("Link", "<%s>; rel=\"help\"".formatted(body.path("docs_url").asText()));
    if (reply.header("X-Credits-Charged").isPresent()) {
      reply = reply.with("X-Credits-Charged", "0");
    }
    if (code.equals("RATE_LIMIT")) {
      reply = reply.with("X-RateLimit-Remaining", "0").with("RateLimit", "\"rpm\";r=0;t=60");
    }
    return withWait(reply, operation, row, body.path("retry"));
  }

  private static Reply success(ResponseExample example) {
    return withHeaders(
        Reply.of(example.response().status(), example.value().toString()), example.response());
  }

  private static Reply withHeaders(Reply reply, Response response) {
    Reply more =
        reply.with("Content-Type", "application/json").with("X-Request-Id", Reply.REQUEST_ID);
    for (String name : response.headers()) {
      String value = response.headerExample(name).map(JsonNode::asText).orElse("");
      boolean isOwn = OWN.contains(name.toLowerCase(Locale.ROOT));
      more = value.isEmpty() || isOwn ? more : more.with(name, value);
    }
    return more.header("RateLimit").isPresent()
        ? more.with("X-RateLimit-Reset", "Unix time in 60 seconds")
        : more;
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
