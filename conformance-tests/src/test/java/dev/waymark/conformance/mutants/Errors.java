package dev.waymark.conformance.mutants;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.conformance.contract.CatalogueRow;
import dev.waymark.conformance.contract.Template;
import dev.waymark.conformance.filter.Answer;
import dev.waymark.conformance.wire.ErrorRead;
import dev.waymark.conformance.wire.Request;
import dev.waymark.conformance.wire.Shape;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Changes errors in whichever of the five shapes they come. */
final class Errors {
  private static final Set<Integer> SAFE_STATUSES = Set.of(503);

  private Errors() {}

  /** Whether it is an error of this code. */
  static boolean has(Answer answer, String... codes) {
    return Set.of(codes).contains(answer.code());
  }

  /** The error under its native names; nothing where the body has no fields. */
  static Optional<ObjectNode> read(Request asked, Answer answer) {
    return ErrorRead.of(answer.exchange(asked)).filter(ErrorRead::hasFields).map(ErrorRead::error);
  }

  /** Changes the error under its native names, and leaves the headers as they are. */
  static Answer edit(Request asked, Answer answer, UnaryOperator<ObjectNode> change) {
    Optional<CatalogueRow> row = row(answer.code());
    return read(asked, answer)
        .filter(error -> row.isPresent())
        .map(error -> {
          ObjectNode after = change.apply(error.deepCopy());
          return after.equals(error) ? answer : written(answer, after, row.get());
        })
        .orElse(answer);
  }

  /** Another error in the same shape, right in itself and with the headers that belong to it. */
  static Answer forged(Request asked, Answer answer, String code) {
    CatalogueRow row = Calls.contract().row(code);
    ObjectNode error =
        Calls.contract().document().at("/components/examples/" + code + "/value").deepCopy();
    String id = answer.header("X-Request-Id").orElse("");
    String page = "http://" + asked.value("Host").orElse("localhost") + "/docs/errors/" + code;
    error.put("request_id", id).put("docs_url", page);
    Shape shape = Shape.of(answer.exchange(asked)).orElse(Shape.NATIVE);
    Answer base =
        answer
            .withStatus(row.status())
            .with("Content-Type", shape.mediaType())
            .with("X-Error-Code", code)
            .with("Link", "<" + page + ">; rel=\"help\"")
            .with("Vary", "Accept, Authorization")
            .without("WWW-Authenticate")
            .without("Allow");
    if (row.status() == 401) {
      base = base.with("WWW-Authenticate", "Bearer realm=\"waymark\", error=\"invalid_token\"");
    }
    return written(waiting(asked, base, Renderer.wait(error.path("retry"))), error, row);
  }

  /** An error of a wait, with another wait everywhere where it is told. */
  static Answer withWait(Request asked, Answer answer, UnaryOperator<Long> change) {
    Optional<Long> before = answer.header("Retry-After-Ms").map(Long::parseLong);
    Optional<CatalogueRow> row = row(answer.code());
    if (before.isEmpty() || row.isEmpty()) {
      return answer;
    }
    long wait = change.apply(before.get());
    Answer waiting = waiting(asked, answer, Optional.of(wait));
    Optional<ObjectNode> error = read(asked, answer);
    if (error.isEmpty()) {
      return inText(waiting, before.get(), wait);
    }
    ObjectNode after = error.get().deepCopy();
    ObjectNode retry = (ObjectNode) after.path("retry");
    retry.put(retry.has("after_ms") ? "after_ms" : "base_ms", wait);
    after.put("message", new Template(row.get().message()).filledFrom(after));
    after.put("next", new Template(row.get().next()).filledFrom(after));
    return written(waiting, after, row.get());
  }

  private static Answer inText(Answer answer, long before, long after) {
    String text = new String(answer.body(), UTF_8);
    return answer.withBody(text.replace(words(before), words(after)).getBytes(UTF_8));
  }

  private static String words(long millis) {
    long seconds = Math.ceilDiv(millis, 1000L);
    return "Wait " + seconds + (seconds == 1 ? " second," : " seconds,");
  }

  private static Answer waiting(Request asked, Answer answer, Optional<Long> wait) {
    boolean charges =
        Calls.operation(asked).filter(reached -> reached.takesIdempotencyKey()).isPresent();
    boolean safe =
        answer.status() < 500
            || SAFE_STATUSES.contains(answer.status())
            || !charges
            || asked.has("Idempotency-Key");
    Answer base = answer.with("X-Should-Retry", String.valueOf(wait.isPresent() && safe));
    return wait.map(millis ->
            base.with("Retry-After", String.valueOf(Math.ceilDiv(millis, 1000L)))
                .with("Retry-After-Ms", String.valueOf(millis)))
        .orElseGet(() -> base.without("Retry-After").without("Retry-After-Ms"));
  }

  private static Answer written(Answer answer, ObjectNode error, CatalogueRow row) {
    Shape shape =
        java.util.Arrays.stream(Shape.values())
            .filter(one -> one.mediaType().equals(answer.mediaType()))
            .findFirst()
            .orElse(Shape.NATIVE);
    JsonNode body = Renderer.rendered(shape, error, row, answer.status());
    return answer.body().length == 0 ? answer : answer.withBody(body.toString().getBytes(UTF_8));
  }

  private static Optional<CatalogueRow> row(String code) {
    return Calls.contract().catalogue().stream().filter(row -> row.code().equals(code)).findFirst();
  }
}
