package dev.waymark.conformance.subject;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Everything that this process has logged since the book was opened, stack traces included. */
public final class LogBook extends AppenderBase<ILoggingEvent> {
  private final List<String> lines = new CopyOnWriteArrayList<>();

  /** Also keeps the log off the console, where it would hide what the tests say. */
  static LogBook open() {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    LogBook book = new LogBook();
    book.setContext(root.getLoggerContext());
    book.start();
    root.detachAndStopAllAppenders();
    root.setLevel(Level.INFO);
    root.addAppender(book);
    return book;
  }

  /** The lines that hold the text. */
  public List<String> linesWith(String text) {
    return lines.stream().filter(line -> line.contains(text)).toList();
  }

  @Override
  protected void append(ILoggingEvent event) {
    lines.add(
        "%s %s %s%n%s"
            .formatted(
                event.getLevel(),
                event.getLoggerName(),
                event.getFormattedMessage(),
                ThrowableProxyUtil.asString(event.getThrowableProxy())));
  }
}
