package dev.waymark.server.settings;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Where the server listens, under which address callers see it, and how it stops. */
@ConfigurationProperties("waymark")
public record ServerSettings(String host, int port, String publicUrl, Duration stopGrace) {
  public ServerSettings {
    // 0 lets the system choose a free port.
    new Setting("waymark.port").between(0, 65_535, port);
    new Setting("waymark.stop-grace").between(Duration.ZERO, Duration.ofMinutes(10), stopGrace);
    publicUrl = withoutTrailingSlash(publicUrl.strip());
    if (!publicUrl.isEmpty() && !isWebAddress(publicUrl)) {
      throw new ConfigurationFault(
          "waymark.public-url is \"%s\": set it to an http(s) address such as https://api.example.com, or leave it empty."
              .formatted(publicUrl));
    }
  }

  /** The address to put before paths in answers; empty means the one that the request came to. */
  public Optional<URI> publicAddress() {
    return publicUrl.isEmpty() ? Optional.empty() : Optional.of(URI.create(publicUrl));
  }

  private static String withoutTrailingSlash(String text) {
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  private static boolean isWebAddress(String text) {
    return text.matches("https?://[A-Za-z0-9.:\\[\\]-]+(/[A-Za-z0-9._~/-]*)?");
  }
}
