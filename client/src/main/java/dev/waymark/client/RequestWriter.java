package dev.waymark.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.waymark.client.transport.ApiKey;
import dev.waymark.client.transport.BaseUrl;
import dev.waymark.client.transport.Json;
import dev.waymark.client.transport.OneRequest;
import dev.waymark.generated.client.Operation;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes HTTP requests of the contract's operations, for one server and one key. */
final class RequestWriter {

  /**
   * Asks for the native errors, whichever shape the key is pinned to: without a second type of the
   * contract's, {@code application/json} would leave the choice to the key.
   */
  private static final String ACCEPT = "application/json, application/problem+json;q=0.1";

  private static final String ATTEMPT = "X-Attempt";

  /** For pages and metrics; their refusals are asked for like all others. */
  private static final String ACCEPT_TEXT =
      "text/html, text/plain, application/json;q=0.9, application/problem+json;q=0.1";

  private static final String TEST_ERROR = "X-Test-Error";

  /** POSTs that do no more the second time than the first, without a key. */
  private static final Set<String> HARMLESS = Set.of("quoteGeneration", "cancelGeneration");

  private final String baseUrl;
  private final ApiKey key;
  private final HttpHeaders common;

  /** {@code testError} is forced on every operation that is not given one of its own. */
  RequestWriter(BaseUrl baseUrl, ApiKey key, Optional<TestError> testError) {
    this.baseUrl = baseUrl.toString();
    this.key = key;
    testError.ifPresent(error -> requireTestKey());
    Map<String, List<String>> headers = new HashMap<>();
    headers.put("Authorization", List.of(key.authorization()));
    headers.put("User-Agent", List.of("waymark-java"));
    headers.put("Accept", List.of(ACCEPT));
    headers.put(ATTEMPT, List.of("1"));
    testError.ifPresent(error -> headers.put(TEST_ERROR, List.of(error.header())));
    this.common = HttpHeaders.of(headers, (name, value) -> true);
  }

  /** For addresses that belong to nobody, to which the key must not go. */
  static HttpHeaders keyless() {
    return HttpHeaders.of(
        Map.of("User-Agent", List.of("waymark-java"), ATTEMPT, List.of("1")),
        (name, value) -> true);
  }

  OneRequest of(Operation<?> operation, Duration timeout) {
    URI uri = URI.create(baseUrl + operation.target());
    if (operation.headers().containsKey(TEST_ERROR)) {
      requireTestKey();
    }
    boolean plain = operation.headers().isEmpty() && operation.answer() != String.class;
    Object body = operation.body();
    return new OneRequest(
        operation.method(),
        uri,
        body == null && plain ? common : headers(operation),
        body == null ? null : json(body),
        timeout);
  }

  /**
   * The request as an attempt of that number is sent: all else stays, the idempotency key above
   * all.
   */
  static OneRequest attempt(OneRequest request, int number, Duration limit) {
    if (number == 1) {
      return request.with(request.headers(), limit);
    }
    Map<String, List<String>> headers = new HashMap<>(request.headers().map());
    headers.put(ATTEMPT, List.of(Integer.toString(number)));
    return request.with(HttpHeaders.of(headers, (name, value) -> true), limit);
  }

  private HttpHeaders headers(Operation<?> operation) {
    Map<String, List<String>> headers = new HashMap<>(common.map());
    operation.headers().forEach((name, value) -> headers.put(name, List.of(value)));
    if (operation.answer() == String.class) {
      headers.put("Accept", List.of(ACCEPT_TEXT));
    }
    if (operation.body() != null) {
      headers.put("Content-Type", List.of("application/json"));
    }
    return HttpHeaders.of(headers, (name, value) -> true);
  }

  /** A live key would start, and pay for, what was only meant to fail. */
  private void requireTestKey() {
    if (key.isLive()) {
      throw new IllegalArgumentException(
          "A live key cannot force errors: use one of the sandbox, which begins with wm_test_.");
    }
  }

  static boolean repeatable(Operation<?> operation) {
    return !operation.method().equals("POST")
        || operation.headers().containsKey("Idempotency-Key")
        || HARMLESS.contains(operation.id());
  }

  private static BodyPublisher json(Object body) {
    try {
      return BodyPublishers.ofByteArray(Json.mapper().writeValueAsBytes(body));
    } catch (JsonProcessingException notJson) {
      // Its message would repeat the value, which may be a prompt.
      throw new IllegalArgumentException("A parameter is of a type that JSON cannot say.");
    }
  }
}
