package dev.waymark.conformance.judging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** Keeps the thousands of retries that a suite makes our client tell of out of the build's log. */
public final class QuietClient implements BeforeAllCallback, AfterAllCallback {
  @Override
  public void beforeAll(ExtensionContext context) {
    log().setLevel(Level.WARN);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    log().setLevel(null);
  }

  private static Logger log() {
    return (Logger) LoggerFactory.getLogger("dev.waymark.client");
  }
}
