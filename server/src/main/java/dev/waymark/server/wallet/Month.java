package dev.waymark.server.wallet;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** A calendar month of UTC, by its first day. */
record Month(LocalDate first) implements Comparable<Month> {
  static Month of(Instant time) {
    return new Month(time.atOffset(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1));
  }

  Instant begin() {
    return first.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** When the next one begins. */
  Instant end() {
    return first.plusMonths(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  @Override
  public int compareTo(Month other) {
    return first.compareTo(other.first);
  }
}
