package dev.waymark.client.transport;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request of one attempt. Another attempt is another one of these, which costs next to nothing;
 * the JDK's builder would read all headers again.
 */
public final class OneRequest extends HttpRequest {

  private final String method;
  private final URI uri;
  private final HttpHeaders headers;
  private final @Nullable BodyPublisher body;
  private final Duration timeout;

  public OneRequest(
      String method, URI uri, HttpHeaders headers, @Nullable BodyPublisher body, Duration timeout) {
    this.method = method;
    this.uri = uri;
    this.headers = headers;
    this.body = body;
    this.timeout = timeout;
  }

  /** The same with other headers and another limit. */
  public OneRequest with(HttpHeaders otherHeaders, Duration limit) {
    return new OneRequest(method, uri, otherHeaders, body, limit);
  }

  @Override
  public String method() {
    return method;
  }

  @Override
  public URI uri() {
    return uri;
  }

  @Override
  public HttpHeaders headers() {
    return headers;
  }

  @Override
  public Optional<BodyPublisher> bodyPublisher() {
    return Optional.ofNullable(body);
  }

  /** Until the answer's headers are there: what the JDK takes a timeout to be. */
  @Override
  public Optional<Duration> timeout() {
    return Optional.of(timeout);
  }

  @Override
  public boolean expectContinue() {
    return false;
  }

  @Override
  public Optional<HttpClient.Version> version() {
    return Optional.empty();
  }
}
