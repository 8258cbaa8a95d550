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

  private final String baseUrl;
  private final HttpHeaders common;

  RequestWriter(BaseUrl baseUrl, ApiKey key) {
    this.baseUrl = baseUrl.toString();
    this.common =
        HttpHeaders.of(
            Map.of(
                "Authorization",
                List.of(key.authorization()),
                "User-Agent",
                List.of("waymark-java"),
                "Accept",
                List.of(ACCEPT),
                ATTEMPT,
                List.of("1")),
            (name, value) -> true);
  }

  OneRequest of(Operation<?> operation, Duration timeout) {
    URI uri = URI.create(baseUrl + operation.target());
    Object body = operation.body();
    return new OneRequest(
        operation.method(),
        uri,
        body == null && operation.headers().isEmpty() ? common : headers(operation),
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
    if (operation.body() != null) {
      headers.put("Content-Type", List.of("application/json"));
    }
    return HttpHeaders.of(headers, (name, value) -> true);
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
