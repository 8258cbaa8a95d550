package dev.waymark.server.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;

/** Opens a pool whose waits are all bounded. */
final class Pool {
  private static final Duration CONNECTION_WAIT = Duration.ofSeconds(5);
  private static final Duration VALIDATION_WAIT = Duration.ofSeconds(2);

  /** A statement that is silent for this long has lost its server; none of ours takes seconds. */
  private static final Duration SOCKET_WAIT = Duration.ofSeconds(60);

  private Pool() {}

  static HikariDataSource open(Address address, int size) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("database");
    config.setJdbcUrl(address.url());
    config.setMaximumPoolSize(size);
    config.setConnectionTimeout(CONNECTION_WAIT.toMillis());
    config.setValidationTimeout(VALIDATION_WAIT.toMillis());
    // The first connection has been tried already, with a better message than the pool's.
    config.setInitializationFailTimeout(-1);
    address.properties().forEach(config::addDataSourceProperty);
    config.addDataSourceProperty("socketTimeout", String.valueOf(SOCKET_WAIT.toSeconds()));
    // The server's own details repeat the row that it refused, prompt and all, and would end in a
    // log.
    config.addDataSourceProperty("logServerErrorDetail", "false");
    return new HikariDataSource(config);
  }
}
