package dev.waymark.server.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Opens a pool whose waits are all bounded. */
final class Pool {
  private static final Duration CONNECTION_WAIT = Duration.ofSeconds(5);
  private static final Duration VALIDATION_WAIT = Duration.ofSeconds(2);

  /** A statement that is silent for this long has lost its server; none of ours takes seconds. */
  private static final Duration SOCKET_WAIT = Duration.ofSeconds(60);

  /**
   * For statements that are planned once and must stay right however much the tables grow in
   * between: everything is looked up by index, whatever the planner believes about the sizes. They
   * wait a second for a lock of somebody else.
   */
  static final List<String> OF_COMMITS =
      List.of(
          "enable_seqscan = off",
          "enable_hashjoin = off",
          "enable_mergejoin = off",
          "plan_cache_mode = force_generic_plan",
          "lock_timeout = '1s'");

  private Pool() {}

  /** {@code settings} are of PostgreSQL, for these connections. */
  static HikariDataSource open(String name, Address address, int size, List<String> settings) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    if (!settings.isEmpty()) {
      config.setConnectionInitSql(
          settings.stream().map("SET "::concat).collect(Collectors.joining("; ")));
    }
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
