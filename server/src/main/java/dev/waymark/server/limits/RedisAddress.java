package dev.waymark.server.limits;

import dev.waymark.server.settings.ConfigurationFault;
import io.lettuce.core.RedisURI;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Objects;

/** Where a Redis is and who we are there; an empty user is the default one. */
record RedisAddress(
    boolean encrypted, String host, int port, int database, String user, String password) {
  private static final int USUAL_PORT = 6379;

  /** Only looks at the form; whether something is there shows on the first connection. */
  static RedisAddress of(String url) {
    try {
      URI uri = new URI(url.strip());
      String scheme = Objects.requireNonNullElse(uri.getScheme(), "");
      String path = Objects.requireNonNullElse(uri.getPath(), "");
      if (!scheme.matches("rediss?")
          || uri.getHost() == null
          || uri.getPort() > 65_535
          || !path.matches("(/\\d{0,4})?")
          || uri.getQuery() != null
          || uri.getFragment() != null) {
        throw malformed();
      }
      String[] who = Objects.requireNonNullElse(uri.getUserInfo(), ":").split(":", 2);
      return new RedisAddress(
          scheme.equals("rediss"),
          uri.getHost(),
          uri.getPort() < 0 ? USUAL_PORT : uri.getPort(),
          path.length() < 2 ? 0 : Integer.parseInt(path.substring(1)),
          who.length < 2 ? "" : who[0],
          who[who.length - 1]);
    } catch (URISyntaxException e) {
      // Not passed on: it repeats the address, password and all.
      throw malformed();
    }
  }

  // Nor is the address shown: what cannot be read cannot be freed of its password.
  private static ConfigurationFault malformed() {
    return new ConfigurationFault(
        "waymark.redis.url has another form than redis://[[USER]:PASSWORD@]HOST:PORT[/DATABASE]: write it so (rediss:// for TLS, %40 for an @ in the password), or leave it empty to count in memory.");
  }

  RedisURI uri(Duration patience) {
    RedisURI.Builder uri =
        RedisURI.builder()
            .withHost(host)
            .withPort(port)
            .withDatabase(database)
            .withSsl(encrypted)
            .withClientName("waymark")
            .withTimeout(patience);
    if (!user.isEmpty()) {
      uri.withAuthentication(user, password.toCharArray());
    } else if (!password.isEmpty()) {
      uri.withPassword(password.toCharArray());
    }
    return uri.build();
  }

  /** Says nothing secret, so that it can be shown. */
  @Override
  public String toString() {
    return "%s://%s:%d/%d".formatted(encrypted ? "rediss" : "redis", host, port, database);
  }
}
