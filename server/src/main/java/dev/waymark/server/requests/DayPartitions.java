package dev.waymark.server.requests;

import dev.waymark.server.ids.RequestId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The request log's partitions, one for each UTC day. Several nodes may make and drop them at once:
 * they take turns, and what is there already, or gone, is left so.
 *
 * <p>Neither waits for readers and writers: a partition is made beside the table and attached, and
 * a drop that would have to wait for a second is given up until the next time.
 */
@Singleton
final class DayPartitions {
  // Any number will do, if it is always this one.
  private static final long LOCK = 7_766_002L;
  private static final String PREFIX = "request_log_";
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

  private final Jdbi jdbi;
  private final Set<LocalDate> known = ConcurrentHashMap.newKeySet();

  DayPartitions(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  static LocalDate dayOf(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC);
  }

  /** Makes the day's partition; costs nothing if this was called for the day before. */
  void provide(LocalDate day) {
    if (!known.contains(day)) {
      jdbi.useTransaction(tx -> {
        takeTurns(tx);
        if (!exists(tx, day)) {
          make(tx, day);
        }
      });
      known.add(day);
    }
  }

  /** To be called when a row found no partition: somebody has dropped what was known. */
  void forget() {
    known.clear();
  }

  /** Drops the oldest day that was over by then. False if there is none. */
  boolean dropOneBefore(Instant time) {
    return jdbi.inTransaction(tx -> {
      takeTurns(tx);
      List<LocalDate> over =
          days(tx).stream().filter(day -> !startOf(day.plusDays(1)).isAfter(time)).toList();
      if (over.isEmpty()) {
        return false;
      }
      tx.execute("DROP TABLE " + name(over.getFirst()));
      known.remove(over.getFirst());
      return true;
    });
  }

  /** The days that have a partition, the oldest first. */
  List<LocalDate> days(Handle handle) {
    return handle
        .createQuery(
            "SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid"
                + " WHERE i.inhparent = CAST('request_log' AS regclass) ORDER BY c.relname")
        .mapTo(String.class)
        .filter(name -> name.matches(PREFIX + "\\d{8}"))
        .map(name -> LocalDate.parse(name.substring(PREFIX.length()), DAY))
        .list();
  }

  private static void takeTurns(Handle tx) {
    tx.execute("SET LOCAL lock_timeout = '1s'");
    tx.execute("SELECT pg_advisory_xact_lock(?)", LOCK);
  }

  private static boolean exists(Handle tx, LocalDate day) {
    return tx.createQuery("SELECT to_regclass(:name) IS NOT NULL")
        .bind("name", name(day))
        .mapTo(Boolean.class)
        .one();
  }

  private static void make(Handle tx, LocalDate day) {
    tx.execute("CREATE TABLE %s (LIKE request_log INCLUDING ALL)".formatted(name(day)));
    tx.execute(
        "ALTER TABLE request_log ATTACH PARTITION %s FOR VALUES FROM ('%s') TO ('%s')"
            .formatted(
                name(day),
                RequestId.lowestFrom(startOf(day)),
                RequestId.lowestFrom(startOf(day.plusDays(1)))));
  }

  private static String name(LocalDate day) {
    return PREFIX + day.format(DAY);
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
