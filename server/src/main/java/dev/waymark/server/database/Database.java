package dev.waymark.server.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import dev.waymark.server.commits.CommitSettings;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The database from its start to its end, in one place for the order's sake: PostgreSQL is up, then
 * migrated, then pooled; at the end the pool is closed, and PostgreSQL last.
 *
 * <p>Whatever needs the database gets it through this bean and so cannot be there earlier.
 */
@Singleton
final class Database implements AutoCloseable {
  private final @Nullable EmbeddedPostgres embedded;
  private final Address address;
  private final HikariDataSource pool;
  private final HikariDataSource commits;

  Database(DatabaseSettings settings, CommitSettings commitSettings) {
    int committers = commitSettings.threads();
    embedded =
        settings.embedded()
            ? EmbeddedPostgres.start(settings, settings.poolSize() + committers)
            : null;
    try {
      address = embedded == null ? Address.of(settings) : embedded.address();
      FirstConnection.check(address);
      Migrations.run(address);
      pool = Pool.open("database", address, settings.poolSize(), List.of());
      commits = Pool.open("commits", address, committers, Pool.OF_COMMITS);
    } catch (RuntimeException e) {
      if (embedded != null) {
        embedded.close();
      }
      throw e;
    }
  }

  DataSource dataSource() {
    return pool;
  }

  Connection connect(Duration patience) throws SQLException {
    return address.connect(patience);
  }

  /** For group commits only, so that they never wait for a connection behind those who read. */
  DataSource commits() {
    return commits;
  }

  HikariPoolMXBean pool() {
    return pool.getHikariPoolMXBean();
  }

  @Override
  @PreDestroy
  public void close() {
    commits.close();
    pool.close();
    if (embedded != null) {
      embedded.close();
    }
  }
}
