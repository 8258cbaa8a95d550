package dev.waymark.conformance.judging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.faults.Reply;
import dev.waymark.conformance.faults.Script;
import dev.waymark.conformance.faults.Step;
import java.time.Duration;
import java.util.function.Consumer;

/** What scripts are made of: calls to be asked for, and answers of the server and of others. */
final class Cast {
  static final int ATTEMPTS = 4;

  /** Where each attempt costs as much time as the client itself chooses. */
  static final int FEW_ATTEMPTS = 2;

  static final String PAGE =
      "<html><head><title>Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>";

  private final Operation start;
  private final Operation get;
  private final Answers answers;
  private final Pace pace;

  Cast(Contract contract, Pace pace) {
    this.start = contract.operation("startGeneration");
    this.get = contract.operation("getGeneration");
    this.answers = new Answers(contract, pace);
    this.pace = pace;
  }

  Ask start() {
    return Ask.of(start, pace.deadline(), ATTEMPTS);
  }

  Ask get() {
    return Ask.of(get, pace.deadline(), ATTEMPTS);
  }

  Ask startFewTimes() {
    return Ask.of(start, pace.deadline(), FEW_ATTEMPTS);
  }

  Ask startInABriefTime() {
    return Ask.of(start, pace.brief(), ATTEMPTS);
  }

  Pace pace() {
    return pace;
  }

  Reply accepted() {
    return answers.success(start);
  }

  Reply found() {
    return answers.success(get);
  }

  Reply error(String code) {
    return answers.error(start, code);
  }

  Reply errorOfGet(String code) {
    return answers.error(get, code);
  }

  /** One that names its wait in this header only, and nowhere in its body. */
  Reply waiting(String code, String retryAfter) {
    Reply reply = error(code);
    return withBody(reply, body -> body.remove("retry"))
        .without("Retry-After-Ms")
        .without("Retry-After")
        .with("Retry-After", retryAfter);
  }

  /** A code that nobody knows today; it says nothing of a retry. */
  Reply unknown(int status, String code) {
    return error("RATE_LIMIT")
        .withStatus(status)
        .without("Retry-After")
        .without("Retry-After-Ms")
        .without("X-Should-Retry")
        .with("X-Error-Code", code)
        .withBody(
            "{\"error\":\"%s\",\"message\":\"Something new.\",\"next\":\"Read what is new.\",\"request_id\":\"%s\"}"
                .formatted(code, Reply.REQUEST_ID));
  }

  /** The same with this for {@code retry}. */
  Reply retrying(Reply reply, String retry) {
    return reply.withBody(
        reply.body().substring(0, reply.body().length() - 1) + ",\"retry\":" + retry + "}");
  }

  /** Nothing of it is the server's. */
  Reply page(int status) {
    return Reply.of(status, PAGE).with("Content-Type", "text/html");
  }

  static Script script(String name, String about, Step... steps) {
    return Script.of(name, about, steps);
  }

  /** In its headers and in its body. */
  static Reply naming(Reply reply, Duration wait) {
    Reply named =
        withBody(reply, body -> ((ObjectNode) body.path("retry")).put("after_ms", wait.toMillis()));
    return Answers.waiting(named, wait);
  }

  static Reply withBody(Reply reply, Consumer<ObjectNode> change) {
    JsonNode body = Said.by(reply).body();
    ObjectNode changed = body.deepCopy();
    change.accept(changed);
    return reply.withBody(changed.toString());
  }
}
