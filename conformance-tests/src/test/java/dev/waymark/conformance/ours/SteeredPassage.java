package dev.waymark.conformance.ours;

import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.targets.Passage;
import java.time.Duration;
import java.time.Instant;

/**
 * The steered time of our server in this process. What is waited for in short turns happens by
 * itself in true time.
 *
 * @param turn what a short turn takes in true time
 */
public record SteeredPassage(Subject subject, Duration turn) implements Passage {
  private static final Duration SHORT = Duration.ofMillis(20);

  /** One in which there is time for what happens by itself. */
  public SteeredPassage(Subject subject) {
    this(subject, SHORT);
  }

  @Override
  public void pass(Duration duration) {
    subject.time().pass(duration);
    if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
      Passage.ofTheMachine().pass(turn);
    }
  }

  @Override
  public boolean isSteered() {
    return true;
  }

  @Override
  public Instant instant() {
    return subject.time().instant();
  }
}
