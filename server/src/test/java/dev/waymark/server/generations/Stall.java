package dev.waymark.server.generations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.server.ScriptedProvider;
import dev.waymark.server.providers.Assignment;
import dev.waymark.server.providers.Media;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A provider's attempt that goes on until it is let go or interrupted. */
final class Stall implements ScriptedProvider.Act {
  private static final long LONGEST_SECONDS = 20;

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch letGo = new CountDownLatch(1);
  private final CountDownLatch interrupted = new CountDownLatch(1);

  @Override
  public Media play(Assignment assignment) throws InterruptedException {
    begun.countDown();
    try {
      letGo.await();
      return ScriptedProvider.media();
    } catch (InterruptedException e) {
      interrupted.countDown();
      throw e;
    }
  }

  void awaitBegin() throws InterruptedException {
    await(begun, "the provider was called");
  }

  void letGo() {
    letGo.countDown();
  }

  void awaitInterrupt() throws InterruptedException {
    await(interrupted, "the provider was interrupted");
  }

  private static void await(CountDownLatch latch, String what) throws InterruptedException {
    assertThat(latch.await(LONGEST_SECONDS, TimeUnit.SECONDS)).as(what).isTrue();
  }
}
