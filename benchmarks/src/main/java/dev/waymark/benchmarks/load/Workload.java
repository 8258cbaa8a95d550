package dev.waymark.benchmarks.load;

/** What is asked, and whether an answer is the one that was to come. Called by one thread. */
public interface Workload {
  /** The next request for this connection, as it goes on the wire. */
  byte[] next(int connection);

  /** Whether this is the right answer to the connection's last request. */
  boolean isRight(int connection, Answer answer);
}
