package dev.waymark.conformance.oracles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.contract.Response;
import dev.waymark.conformance.contract.ResponseExample;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import dev.waymark.conformance.wire.Shape;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An answer that is right, and that a test spoils piece by piece. */
record Reply(Request request, int status, Map<String, List<String>> headers, String body) {
  static final Contract CONTRACT = Contract.read();
  static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  static final URI SERVER = URI.create("http://127.0.0.1:8080");
  static final String ID = "req_01KAM3Q9T5X8Y2ZB4C6D7E8F9G";
  private static final String DOCS = "http://127.0.0.1:8080/docs/errors/RATE_LIMIT";
  private static final String MESSAGE = "This caller is over its 240 calls in 60 seconds.";
  private static final String NEXT = "Wait 7 seconds, then send the same request again.";
  private static final String EXTRAS = "\"limit\":240,\"window_seconds\":60";
  private static final String RETRY_AND_CHARGE =
      """
      "request_id":"%s",\
      "retry":{"strategy":"after_delay","after_ms":6840},\
      "charge":{"state":"none","credits":0}\
      """
          .formatted(ID);

  /** What a caller over its calls per minute gets. */
  static Reply rateLimited(Shape shape) {
    Reply reply = of(CONTRACT.operation("getAccount"), 429, "RATE_LIMIT");
    return reply.with("Content-Type", shape.mediaType()).withBody(rateLimit(shape));
  }

  /** The contract's own example, with the headers that belong to it. */
  static Reply of(Operation operation, int status, String code) {
    return all(operation)
        .filter(example -> example.response().status() == status)
        .filter(example -> status < 400 || example.name().equals(code))
        .map(Reply::of)
        .findFirst()
        .orElseThrow();
  }

  static Reply of(String operation, int status, String code) {
    return of(CONTRACT.operation(operation), status, code);
  }

  /** Every example in JSON of an operation. */
  static Stream<ResponseExample> all(Operation operation) {
    return operation.responses().stream()
        .flatMap(response -> response.examples().stream())
        .filter(example -> example.mediaType().equals("application/json"));
  }

  static Reply of(ResponseExample example) {
    Response response = example.response();
    Operation operation = response.operation();
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    response
        .node()
        .path("headers")
        .fieldNames()
        .forEachRemaining(name ->
            response
                .headerExample(name)
                .ifPresent(value -> headers.put(name, List.of(value.asText()))));
    headers.put("Content-Type", List.of(example.mediaType()));
    if (!operation.isCounted()) {
      headers.keySet().removeIf(name -> name.toLowerCase(Locale.ROOT).contains("ratelimit"));
    }
    if (headers.containsKey("RateLimit")) {
      headers.put("X-RateLimit-Reset", List.of(String.valueOf(NOW.getEpochSecond() + 7)));
      headers.put("X-RateLimit-Remaining", List.of("0"));
      headers.put("RateLimit", List.of("\"rpm\";r=0;t=7"));
    }
    Request request = Request.of(operation.method(), operation.examplePath());
    if (operation.takesIdempotencyKey()) {
      request = request.with("Idempotency-Key", "key");
    }
    if (response.status() >= 400) {
      error(headers, example.value());
    }
    return new Reply(
        operation.isSecured() ? request.with("Authorization", "Bearer wm_live_x") : request,
        response.status(),
        headers,
        example.value().toString());
  }

  private static void error(Map<String, List<String>> headers, JsonNode error) {
    String code = error.path("error").asText();
    headers.put("X-Error-Code", List.of(code));
    headers.put("Link", List.of("<" + error.path("docs_url").asText() + ">; rel=\"help\""));
    headers.computeIfPresent("X-Credits-Charged", (_, _) -> List.of("0"));
    headers.computeIfPresent(
        "Allow",
        (_, _) ->
            List.of(
                String.join(
                    ", ", error.path("allowed").valueStream().map(JsonNode::asText).toList())));
    JsonNode retry = error.path("retry");
    long millis = retry.path("after_ms").asLong(retry.path("base_ms").asLong(0));
    headers.put("X-Should-Retry", List.of(String.valueOf(millis > 0)));
    if (millis > 0) {
      headers.put("Retry-After", List.of(String.valueOf((millis + 999) / 1000)));
      headers.put("Retry-After-Ms", List.of(String.valueOf(millis)));
    } else {
      headers.remove("Retry-After");
      headers.remove("Retry-After-Ms");
    }
  }

  private static String rateLimit(Shape shape) {
    return switch (shape) {
      case NATIVE ->
          """
          {"error":"RATE_LIMIT","message":"%s","next":"%s","docs_url":"%s",%s,%s}\
          """
              .formatted(MESSAGE, NEXT, DOCS, RETRY_AND_CHARGE, EXTRAS);
      case PROBLEM ->
          """
          {"type":"%s","title":"Too many calls","status":429,"detail":"%s",\
          "instance":"urn:waymark:request:%s","code":"RATE_LIMIT",\
          "next":"%s",%s,"details":{%s}}\
          """
              .formatted(DOCS, MESSAGE, ID, NEXT, RETRY_AND_CHARGE, EXTRAS);
      case STATUS ->
          """
          {"error":"%s","code":429,"retry_after":7,"details":{"error_code":"RATE_LIMIT",\
          "next":"%s","docs_url":"%s",%s,%s}}\
          """
              .formatted(MESSAGE, NEXT, DOCS, RETRY_AND_CHARGE, EXTRAS);
      case TYPED ->
          """
          {"error":{"type":"RATE_LIMIT","code":"RATE_LIMIT","message":"%s","param":null,\
          "next":"%s","docs_url":"%s",%s,"details":{%s}}}\
          """
              .formatted(MESSAGE, NEXT, DOCS, RETRY_AND_CHARGE, EXTRAS);
      case PLAIN -> "{\"error\":\"%s %s\"}".formatted(MESSAGE, NEXT);
    };
  }

  Reply with(String name, String... values) {
    Map<String, List<String>> more = copy();
    more.put(name, List.of(values));
    return new Reply(request, status, more, body);
  }

  Reply without(String name) {
    Map<String, List<String>> fewer = copy();
    fewer.remove(name);
    return new Reply(request, status, fewer, body);
  }

  /** In the body; it must be there. */
  Reply replaced(String right, String wrong) {
    if (!body.contains(right)) {
      throw new AssertionError("There is no " + right + " in " + body);
    }
    return withBody(body.replace(right, wrong));
  }

  Reply withBody(String other) {
    return new Reply(request, status, headers, other);
  }

  /** The same with another request id, so that one check can judge many. */
  Reply numbered(int number) {
    String other = "req_%026d".formatted(number);
    Map<String, List<String>> renamed = copy();
    renamed.replaceAll(
        (_, values) -> values.stream().map(value -> value.replace(ID, other)).toList());
    return new Reply(request, status, renamed, body.replace(ID, other));
  }

  Reply withStatus(int other) {
    return new Reply(request, other, headers, body);
  }

  Reply to(Request other) {
    return new Reply(other, status, headers, body);
  }

  /** The same error under another code, wherever it says its code. */
  Reply named(String code, String other) {
    return withBody(body.replace(code, other))
        .with("X-Error-Code", other)
        .with("Link", "<http://127.0.0.1:8080/docs/errors/" + other + ">; rel=\"help\"");
  }

  JsonNode json() {
    try {
      return new ObjectMapper().readTree(body);
    } catch (java.io.IOException e) {
      throw new AssertionError(body, e);
    }
  }

  Exchange exchange() {
    return exchange(body.getBytes(StandardCharsets.UTF_8));
  }

  Exchange exchange(byte[] bytes) {
    return new Exchange(
        SERVER, request, status, HttpHeaders.of(headers, (_, _) -> true), bytes, NOW, NOW);
  }

  List<Violation> violations() {
    return new ContractCheck(CONTRACT).violations(exchange());
  }

  /** From a server at another address, which links to itself. */
  List<Violation> violationsAt(URI other) {
    Map<String, List<String>> moved = copy();
    moved.replaceAll((_, values) ->
        values.stream().map(value -> value.replace("" + SERVER, "" + other)).toList());
    byte[] bytes = body.replace("" + SERVER, "" + other).getBytes(StandardCharsets.UTF_8);
    HttpHeaders all = HttpHeaders.of(moved, (_, _) -> true);
    return new ContractCheck(CONTRACT)
        .violations(new Exchange(other, request, status, all, bytes, NOW, NOW));
  }

  /** {@code clause MUST}, each once, in order. */
  List<String> broken() {
    return broken(violations());
  }

  /** What each that is not as it is meant to be breaks. */
  static Map<Reply, List<String>> broken(Stream<Reply> replies, Predicate<List<String>> isAsMeant) {
    ContractCheck check = new ContractCheck(CONTRACT);
    AtomicInteger number = new AtomicInteger();
    return replies
        .map(reply -> reply.numbered(number.incrementAndGet()))
        .map(reply -> Map.entry(reply, broken(check.violations(reply.exchange()))))
        .filter(judged -> !isAsMeant.test(judged.getValue()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static List<String> broken(List<Violation> violations) {
    return violations.stream()
        .map(violation -> violation.clause().slug() + " " + violation.level())
        .distinct()
        .sorted()
        .toList();
  }

  @Override
  public String toString() {
    return request + " " + status + " " + headers + " " + Arrays.asList(body);
  }

  private Map<String, List<String>> copy() {
    Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(headers);
    return copy;
  }
}
