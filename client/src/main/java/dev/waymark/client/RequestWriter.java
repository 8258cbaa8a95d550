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
import java.util.Set;

/** Makes HTTP requests of the contract's operations, for one server and one key. */
final class RequestWriter {

  /**
   * Asks for the native errors, whichever shape the key is pinned to: without a second type of the
   * contract's, {@code application/json} would leave the choice to the key.
   */
  private static final String ACCEPT = "application/json, application/problem+json;q=0.1";

  private static final String ATTEMPT = "X-Attempt";

  /** POSTs that do no more the second time than the first, without a key. */
  private static final Set<String> HARMLESS = Set.of("quoteGeneration", "cancelGeneration");

  private final BaseUrl baseUrl;
  private final ApiKey key;

  RequestWriter(BaseUrl baseUrl, ApiKey key) {
    this.baseUrl = baseUrl;
    this.key = key;
  }

  HttpRequest of(Operation<?> operation, Duration timeout) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(baseUrl + operation.target()))
            .timeout(timeout)
            .header("Authorization", key.authorization())
            .header("User-Agent", "waymark-java")
            .header("Accept", ACCEPT)
            .header(ATTEMPT, "1");
    operation.headers().forEach(request::header);
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
