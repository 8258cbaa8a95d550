package dev.waymark.server.contract;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * What a browser is told so that a page may call, and read every header of the contract (CORS, in
 * the Fetch standard). Keys are sent by the page itself, so credentials of the browser are never
 * asked for.
 */
@Singleton
final class Cors {
  /** The longest that browsers keep it. */
  private static final String MAX_AGE_SECONDS = "7200";

  private final CorsSettings settings;
  private final String readable;
  private final String sendable;

  Cors(CorsSettings settings, Contract contract) {
    this.settings = settings;
    this.readable = String.join(", ", contract.responseHeaders());
    TreeSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    names.addAll(contract.requestHeaders());
    names.add(HttpHeaders.AUTHORIZATION);
    names.add(HttpHeaders.CONTENT_TYPE);
    names.add(AttemptNumber.HEADER);
    this.sendable = String.join(", ", names);
  }

  /** The headers of any answer to this request. */
  Map<String, String> of(HttpRequest<?> request) {
    Map<String, String> headers = new LinkedHashMap<>();
    if (settings.none()) {
      return headers;
    }
    if (!settings.all()) {
      // Also where there is no origin: a cache must not hand that answer to a page.
      headers.put(HttpHeaders.VARY, HttpHeaders.ORIGIN);
    }
    request
        .getHeaders()
        .findFirst(HttpHeaders.ORIGIN)
        .filter(settings::allows)
        .ifPresent(origin -> {
          headers.put(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, settings.all() ? "*" : origin);
          headers.put(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, readable);
        });
    return headers;
  }

  /** What an answer to a preflight has beside those; nothing if it is none or not allowed. */
  Map<String, String> preflight(HttpRequest<?> request, String methods) {
    boolean asked =
        request.getHeaders().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD)
            && of(request).containsKey(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN);
    return asked
        ? Map.of(
            HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS,
            methods,
            HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS,
            sendable,
            HttpHeaders.ACCESS_CONTROL_MAX_AGE,
            MAX_AGE_SECONDS)
        : Map.of();
  }
}
