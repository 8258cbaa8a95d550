package dev.waymark.client.script;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** How long a wait is that somebody has written down. */
final class Waits {

  /** Longer than anybody waits. */
  static final Duration FOR_EVER = Duration.ofDays(10_000);

  private Waits() {}

  static Optional<Duration> of(Optional<String> millis, Optional<String> seconds, Instant now) {
    Optional<Duration> fine = number(millis, 1);
    Optional<Duration> coarse = number(seconds, 1000).or(() -> date(seconds, now));
    if (fine.isPresent() && coarse.isPresent()) {
      // Whole seconds are the milliseconds rounded up, unless somebody changed one of them.
      boolean rounded = coarse.get().minus(fine.get()).compareTo(Duration.ofSeconds(1)) < 0;
      return rounded ? fine : coarse;
    }
    return fine.or(() -> coarse);
  }

  private static Optional<Duration> number(Optional<String> text, long unit) {
    try {
      return text.filter(one -> one.matches("[0-9]+(\\.[0-9]+)?"))
          .map(one -> new BigDecimal(one).multiply(BigDecimal.valueOf(unit)))
          .map(ms -> ms.setScale(0, RoundingMode.CEILING))
          .map(ms -> ms.min(BigDecimal.valueOf(FOR_EVER.toMillis())))
          .map(ms -> Duration.ofMillis(ms.longValueExact()));
    } catch (ArithmeticException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Optional<Duration> date(Optional<String> text, Instant now) {
    try {
      return text.map(DateTimeFormatter.RFC_1123_DATE_TIME::parse)
          .map(Instant::from)
          .map(date -> Duration.between(now, date))
          .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  static Duration doubled(Duration first, Duration longest, int attempt) {
    Duration pause = first;
    for (int i = 1; i < attempt; i++) {
      pause = smaller(pause.plus(pause), longest);
    }
    return smaller(pause, longest);
  }

  static Duration smaller(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  static Duration larger(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
