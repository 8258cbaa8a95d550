package dev.waymark.client.retry;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log and the caller's listener of every retry. Neither learns a key or a body. */
final class RetryReports {

  private final Logger log = LoggerFactory.getLogger("dev.waymark.client");
  private final CallListener listener;

  RetryReports(CallListener listener) {
    this.listener = listener;
  }

  void retrying(String operation, int attempt, Duration wait, Trial<?> trial) {
    Retrying retrying =
        new Retrying(
            operation,
            attempt,
            wait,
            trial.refused().map(Refusal::status),
            trial.refused().flatMap(Refusal::code),
            trial.refused().flatMap(Refusal::requestId),
            trial.reason());
    log.info(
        "{}: attempt {} follows in {} ms, after {} ({})",
        operation,
        attempt,
        wait.toMillis(),
        retrying.reason(),
        retrying.requestId().orElse("no request id"));
    try {
      listener.retrying(retrying);
    } catch (RuntimeException listenersOwn) {
      log.warn("The listener failed; the call goes on.", listenersOwn);
    }
  }
}
