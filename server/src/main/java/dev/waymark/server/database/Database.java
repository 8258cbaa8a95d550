package dev.waymark.server.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
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
  private final HikariDataSource pool;

  Database(DatabaseSettings settings) {
    embedded = settings.embedded() ? EmbeddedPostgres.start(settings) : null;
    try {
      Address address = embedded == null ? Address.of(settings) : embedded.address();
      FirstConnection.check(address);
      Migrations.run(address);
      pool = Pool.open(address, settings.poolSize());
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

  HikariPoolMXBean pool() {
    return pool.getHikariPoolMXBean();
  }

  @Override
  @PreDestroy
  public void close() {
    pool.close();
    if (embedded != null) {
      embedded.close();
    }
  }
}
