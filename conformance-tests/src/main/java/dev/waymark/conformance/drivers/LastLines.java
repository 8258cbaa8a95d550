package dev.waymark.conformance.drivers;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** The last of what a program writes for people, kept for when it fails. */
final class LastLines {
  private static final int MOST = 3;

  private final Deque<String> lines = new ArrayDeque<>();

  static LastLines of(BufferedReader reader) {
    LastLines last = new LastLines();
    Thread.ofVirtual().start(() -> last.read(reader));
    return last;
  }

  /** To stand at the end of a sentence; empty where it wrote nothing. */
  synchronized String said() {
    return lines.isEmpty() ? "" : "; its last words: " + Words.of(String.join(" | ", lines));
  }

  private void read(BufferedReader reader) {
    try (reader) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        add(line);
      }
    } catch (IOException e) {
      // It has ended.
    }
  }

  private synchronized void add(String line) {
    if (line.isBlank()) {
      return;
    }
    lines.add(line.strip());
    if (lines.size() > MOST) {
      lines.remove();
    }
  }
}
