package dev.waymark.benchmarks;

import dev.waymark.benchmarks.processes.Usage;
import java.io.IOException;

/** The most that a process was ever seen to have of the machine's memory. */
final class Memory {
  private final long pid;
  private double most;

  Memory(long pid) {
    this.pid = pid;
  }

  void look() throws IOException {
    most = Math.max(most, Usage.residentMebibytes(pid));
  }

  double most() {
    return most;
  }
}
