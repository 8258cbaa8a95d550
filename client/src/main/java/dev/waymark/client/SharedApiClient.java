package dev.waymark.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.generated.client.ApiClient;
import java.net.http.HttpClient;

/**
 * Costs nothing to make: the generated one builds a connection pool and copies the mapper each time
 * it is asked.
 */
final class SharedApiClient extends ApiClient {

  private static final ObjectMapper JSON = createDefaultObjectMapper();

  private final HttpClient http;

  SharedApiClient(HttpClient http, String baseUrl) {
    super(HttpClient.newBuilder(), JSON, baseUrl);
    this.http = http;
  }

  /** Never reconfigured after it was made, and so safe to share. */
  static ObjectMapper json() {
    return JSON;
  }

  @Override
  public HttpClient getHttpClient() {
    return http;
  }

  @Override
  public ObjectMapper getObjectMapper() {
    return JSON;
  }
}
