package dev.waymark.client.script;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** Keeps what was logged on this thread. */
final class RecordedLog extends LegacyAbstractLogger {

  private static final long serialVersionUID = 1L;
  private static final ThreadLocal<List<String>> LINES = ThreadLocal.withInitial(ArrayList::new);

  RecordedLog(String name) {
    this.name = name;
  }

  static List<String> lines() {
    return List.copyOf(LINES.get());
  }

  static void clear() {
    LINES.get().clear();
  }

  @Override
  protected void handleNormalizedLoggingCall(
      Level level,
      @Nullable Marker marker,
      String message,
      Object @Nullable [] arguments,
      @Nullable Throwable failure) {
    LINES
        .get()
        .add(
            level
                + " "
                + name
                + " "
                + MessageFormatter.basicArrayFormat(message, arguments)
                + (failure == null ? "" : " " + failure));
  }

  @Override
  protected @Nullable String getFullyQualifiedCallerName() {
    return null;
  }

  @Override
  public boolean isTraceEnabled() {
    return false;
  }

  @Override
  public boolean isDebugEnabled() {
    return true;
  }

  @Override
  public boolean isInfoEnabled() {
    return true;
  }

  @Override
  public boolean isWarnEnabled() {
    return true;
  }

  @Override
  public boolean isErrorEnabled() {
    return true;
  }
}
