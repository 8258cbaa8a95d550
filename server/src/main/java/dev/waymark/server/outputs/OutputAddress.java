package dev.waymark.server.outputs;

import dev.waymark.server.settings.ServerSettings;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Makes {@code output_url}. It begins with {@code waymark.public-url}, else with the host that the
 * caller itself has called, which is the one address that certainly reaches this server.
 */
@Singleton
public final class OutputAddress {
  private static final String PATH = "/api/v1/outputs/";
  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9.-]+(:\\d{1,5})?|\\[[0-9A-Fa-f:.]+](:\\d{1,5})?");

  private final ServerSettings settings;
  private final EmbeddedServer server;

  OutputAddress(ServerSettings settings, EmbeddedServer server) {
    this.settings = settings;
    this.server = server;
  }

  public URI of(String name) {
    return URI.create(
        settings.publicAddress().map(URI::toString).orElseGet(this::called) + PATH + name);
  }

  private String called() {
    return ServerRequestContext.currentRequest()
        .flatMap(OutputAddress::host)
        .map(host -> "http://" + host)
        .orElseGet(() -> server.getURI().toString());
  }

  // Parsed before the name is appended: a failure must not carry the name anywhere.
  private static Optional<String> host(HttpRequest<?> request) {
    return request.getHeaders().findFirst("Host").filter(OutputAddress::isHost);
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
