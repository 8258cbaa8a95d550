package dev.waymark.conformance.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines that a program writes, to be waited for. Safe for use by many threads. */
final class Transcript {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition grown = lock.newCondition();
  private final List<String> lines = new ArrayList<>();
  private boolean ended;

  /** Returns when the program has closed its end. */
  void readAll(BufferedReader reader) {
    try (reader) {
      String line = reader.readLine();
      while (line != null) {
        add(line);
        line = reader.readLine();
      }
    } catch (IOException e) {
      add("(the rest cannot be read: " + e.getMessage() + ")");
    } finally {
      end();
    }
  }

  String text() {
    lock.lock();
    try {
      return String.join(System.lineSeparator(), lines);
    } finally {
      lock.unlock();
    }
  }

  /**
   * The first match, as soon as there is one; nothing when the time is over or the output ended.
   */
  Optional<MatchResult> await(Pattern pattern, Duration patience) {
    lock.lock();
    try {
      int seen = 0;
      long left = patience.toNanos();
      while (true) {
        for (; seen < lines.size(); seen++) {
          Matcher matcher = pattern.matcher(lines.get(seen));
          if (matcher.find()) {
            return Optional.of(matcher.toMatchResult());
          }
        }
        if (ended || left <= 0) {
          return Optional.empty();
        }
        left = grown.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  void awaitEnd(Duration patience) {
    lock.lock();
    try {
      long left = patience.toNanos();
      while (!ended && left > 0) {
        left = grown.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  private void add(String line) {
    lock.lock();
    try {
      lines.add(line);
      grown.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void end() {
    lock.lock();
    try {
      ended = true;
      grown.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
