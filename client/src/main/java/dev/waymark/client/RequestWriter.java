package dev.waymark.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.waymark.client.transport.ApiKey;
import dev.waymark.client.transport.BaseUrl;
import dev.waymark.client.transport.Json;
import dev.waymark.generated.client.Operation;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Makes HTTP requests of the contract's operations, for one server and one key. */
final class RequestWriter {

  /**
   * Asks for the native errors, whichever shape the key is pinned to: without a second type of the
   * contract's, {@code application/json} would leave the choice to the key.
   */
  private static final String ACCEPT = "application/json, application/problem+json;q=0.1";

  /** For pages and metrics; their refusals are asked for like all others. */
  private static final String ACCEPT_TEXT =
      "text/html, text/plain, application/json;q=0.9, application/problem+json;q=0.1";

  private static final String ATTEMPT = "X-Attempt";
  private static final String TEST_ERROR = "X-Test-Error";

  /** POSTs that do no more the second time than the first, without a key. */
  private static final Set<String> HARMLESS = Set.of("quoteGeneration", "cancelGeneration");

  private final BaseUrl baseUrl;
  private final ApiKey key;
  private final Optional<TestError> testError;

  /** {@code testError} is forced on every operation that is not given one of its own. */
  RequestWriter(BaseUrl baseUrl, ApiKey key, Optional<TestError> testError) {
    this.baseUrl = baseUrl;
    this.key = key;
    this.testError = testError;
    testError.ifPresent(error -> requireTestKey());
  }

  HttpRequest of(Operation<?> operation, Duration timeout) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(baseUrl + operation.target()))
            .timeout(timeout)
            .header("Authorization", key.authorization())
            .header("User-Agent", "waymark-java")
            .header("Accept", operation.answer() == String.class ? ACCEPT_TEXT : ACCEPT)
            .header(ATTEMPT, "1");
    operation.headers().forEach(request::header);
    if (operation.headers().containsKey(TEST_ERROR)) {
      requireTestKey();
    } else {
      testError.ifPresent(error -> request.header(TEST_ERROR, error.header()));
    }
    Object body = operation.body();
    if (body == null) {
      return request.method(operation.method(), BodyPublishers.noBody()).build();
    }
    return request
        .header("Content-Type", "application/json")
        .method(operation.method(), json(body))
        .build();
  }

  /**
   * The same request as its later attempts are sent: all else stays, the idempotency key above all.
   */
  static HttpRequest numbered(HttpRequest request, int attempt) {
    return attempt == 1
        ? request
        : HttpRequest.newBuilder(request, (name, value) -> true)
            .setHeader(ATTEMPT, Integer.toString(attempt))
            .build();
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
