package dev.waymark.client;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Virtual threads for calls that nobody waits for, one each. */
final class CallThreads {

  private CallThreads() {}

  static ExecutorService open() {
    return Executors.newThreadPerTaskExecutor(
        Thread.ofVirtual().name("waymark-call-", 1).factory());
  }
}
