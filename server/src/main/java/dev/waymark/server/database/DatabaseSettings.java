package dev.waymark.server.database;

import dev.waymark.server.settings.Setting;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.nio.file.Path;

/**
 * Which PostgreSQL is used: the one at {@code url}, or without one an embedded one in {@code
 * folder}.
 */
@ConfigurationProperties("waymark.database")
public record DatabaseSettings(
    String url, String username, String password, int poolSize, Path folder, String programs) {
  public DatabaseSettings {
    new Setting("waymark.database.pool-size").between(1, 1000, poolSize);
    folder = folder.toAbsolutePath().normalize();
  }

  boolean embedded() {
    return url.isBlank();
  }

  /** Where the embedded PostgreSQL's programs are unpacked to. */
  Path programsFolder() {
    return programs.isBlank() ? folder.resolve("programs") : Path.of(programs).toAbsolutePath();
  }

  /** Leaves out the password, and the address, which can carry one: they must not reach a log. */
  @Override
  public String toString() {
    return "DatabaseSettings[username=%s, poolSize=%d, folder=%s]"
        .formatted(username, poolSize, folder);
  }
}
