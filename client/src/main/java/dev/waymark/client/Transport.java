package dev.waymark.client;

import dev.waymark.generated.client.ApiClient;
import dev.waymark.generated.client.ApiException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Runs calls of the generated transport against one server with one key. */
final class Transport {

  /**
   * Asks for the native errors, whichever shape the key is pinned to: without a second type of the
   * contract's, {@code application/json} would leave the choice to the key.
   */
  private static final String ACCEPT = "application/json, application/problem+json;q=0.1";

  private final BaseUrl baseUrl;
  private final ApiKey key;
  private final HttpClient http;
  private final Duration requestTimeout;

  Transport(BaseUrl baseUrl, ApiKey key, HttpClient http, Duration requestTimeout) {
    this.baseUrl = baseUrl;
    this.key = key;
    this.http = http;
    this.requestTimeout = requestTimeout;
  }

  /** One call, and what is made of its answer. */
  @FunctionalInterface
  interface Call<T> {
    T on(ApiClient client) throws ApiException;
  }

  <T> T run(Call<T> call) {
    return run(requestTimeout, call);
  }

  <T> T run(Duration limit, Call<T> call) {
    AtomicReference<@Nullable HttpResponse<?>> answer = new AtomicReference<>();
    ApiClient client = new SharedApiClient(http, baseUrl.toString());
    client.setReadTimeout(limit);
    client.setRequestInterceptor(this::sign);
    client.setResponseInterceptor(answer::set);
    try {
      return call.on(client);
    } catch (ApiException unreadable) {
      // Refusals and failures of the network are thrown by the Exchange and never get here.
      throw ErrorAnswers.unreadable(answer.get(), unreadable);
    }
  }

  Duration requestTimeout() {
    return requestTimeout;
  }

  private void sign(HttpRequest.Builder request) {
    request.setHeader("Authorization", key.authorization());
    request.setHeader("User-Agent", "waymark-java");
    request.setHeader("Accept", ACCEPT);
  }
}
