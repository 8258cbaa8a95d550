package dev.waymark.server.database;

import com.zaxxer.hikari.HikariPoolMXBean;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.function.ToDoubleFunction;

/** Shows how far the pool of connections is used up. */
@Singleton
final class PoolMeters {
  PoolMeters(Database database, MeterRegistry meters) {
    HikariPoolMXBean pool = database.pool();
    show(meters, pool, "active", HikariPoolMXBean::getActiveConnections);
    show(meters, pool, "idle", HikariPoolMXBean::getIdleConnections);
    Gauge.builder("waymark.database.waiting", pool, HikariPoolMXBean::getThreadsAwaitingConnection)
        .description("Threads that wait for a connection to the database.")
        .register(meters);
  }

  private static void show(
      MeterRegistry meters,
      HikariPoolMXBean pool,
      String state,
      ToDoubleFunction<HikariPoolMXBean> count) {
    Gauge.builder("waymark.database.connections", pool, count)
        .description("Connections to the database, by what they do.")
        .tag("state", state)
        .register(meters);
  }
}
