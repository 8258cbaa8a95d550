package dev.waymark.server.settings;

import java.time.Duration;

/** The name of a setting, which hands a value on only if it is within its bounds. */
public record Setting(String key) {

  /** Both bounds are allowed; anything else is a {@link ConfigurationFault}. */
  public int between(int lowest, int highest, int value) {
    return (int) between((long) lowest, (long) highest, (long) value);
  }

  /** Both bounds are allowed; anything else is a {@link ConfigurationFault}. */
  public long between(long lowest, long highest, long value) {
    if (value < lowest || value > highest) {
      throw refused(Long.toString(value), "a whole number", lowest, highest);
    }
    return value;
  }

  /** Both bounds are allowed; anything else is a {@link ConfigurationFault}. */
  public Duration between(Duration lowest, Duration highest, Duration value) {
    if (value.compareTo(lowest) < 0 || value.compareTo(highest) > 0) {
      throw refused(
          DurationText.of(value), "a duration", DurationText.of(lowest), DurationText.of(highest));
    }
    return value;
  }

  private ConfigurationFault refused(String value, String kind, Object lowest, Object highest) {
    return new ConfigurationFault(
        "%s is %s: set it to %s from %s to %s.".formatted(key, value, kind, lowest, highest));
  }
}
