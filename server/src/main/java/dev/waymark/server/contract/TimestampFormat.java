package dev.waymark.server.contract;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.format.DateTimeFormat;
import com.networknt.schema.format.Format;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * {@code date-time} as RFC 3339 has it, as far as it can be read as an instant: what passes must
 * not fail where it is used. That leaves out a blank instead of the T, and leap seconds in other
 * time zones.
 */
final class TimestampFormat implements Format {
  private final Format standard = new DateTimeFormat();

  @Override
  public String getName() {
    return standard.getName();
  }

  @Override
  public String getMessageKey() {
    return standard.getMessageKey();
  }

  @Override
  public boolean matches(ExecutionContext context, String value) {
    return standard.matches(context, value) && isInstant(value);
  }

  private static boolean isInstant(String value) {
    try {
      Instant _ = Instant.parse(value);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
