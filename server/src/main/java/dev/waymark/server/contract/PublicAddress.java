package dev.waymark.server.contract;

import dev.waymark.server.settings.ServerSettings;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The address under which callers see this server: {@code waymark.public-url}, else the host that
 * the caller itself has called, which is the one address that certainly reaches this server.
 */
@Singleton
public final class PublicAddress {
  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9.-]+(:\\d{1,5})?|\\[[0-9A-Fa-f:.]+](:\\d{1,5})?");

  private final ServerSettings settings;
  private final Provider<EmbeddedServer> server;

  PublicAddress(ServerSettings settings, Provider<EmbeddedServer> server) {
    this.settings = settings;
    this.server = server;
  }

  /** Whether it is the same for every caller, and not the host that each of them has called. */
  public boolean isFixed() {
    return settings.publicAddress().isPresent();
  }

  /** The address, without a slash at the end, and this path behind it. */
  public URI of(Optional<? extends HttpRequest<?>> request, String path) {
    return URI.create(
        settings.publicAddress().map(URI::toString).orElseGet(() -> called(request)) + path);
  }

  /** The same for the request that the current thread works on, if it does on one. */
  public URI of(String path) {
    return of(ServerRequestContext.currentRequest(), path);
  }

  private String called(Optional<? extends HttpRequest<?>> request) {
    return request
        .flatMap(PublicAddress::host)
        .map(host -> "http://" + host)
        .orElseGet(() -> server.get().getURI().toString());
  }

  // Parsed before the path is appended: a failure must not carry the path anywhere.
  private static Optional<String> host(HttpRequest<?> request) {
    return request.getHeaders().findFirst("Host").filter(PublicAddress::isHost);
  }

  private static boolean isHost(String text) {
    try {
      return HOST.matcher(text).matches()
          && new URI("http://" + text).parseServerAuthority().getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
