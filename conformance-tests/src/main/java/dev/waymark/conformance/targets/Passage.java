package dev.waymark.conformance.targets;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The server's time, and how it passes. With a server anywhere it is the machine's, and passing it
 * is waiting; a server in this process may have one that is steered.
 */
public interface Passage extends InstantSource {
  /** Returns when this much time has passed for the server. */
  void pass(Duration duration);

  /**
   * Whether time stands still until it is passed. Then nothing is won by doing other things
   * meanwhile, and cases run one after the other.
   */
  boolean isSteered();

  /** The machine's time. */
  static Passage ofTheMachine() {
    return new Passage() {
      @Override
      public void pass(Duration duration) {
        try {
          Thread.sleep(duration);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IllegalStateException("interrupted while time passed", e);
        }
      }

      @Override
      public boolean isSteered() {
        return false;
      }

      @Override
      public Instant instant() {
        return InstantSource.system().instant();
      }
    };
  }
}
