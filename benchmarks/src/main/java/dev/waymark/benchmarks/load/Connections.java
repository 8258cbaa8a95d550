package dev.waymark.benchmarks.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** The connections of one run. */
final class Connections implements AutoCloseable {
  private static final long SHORT_SLEEP_NANOS = 100_000;

  private final Selector selector;
  private final List<Connection> all = new ArrayList<>();

  Connections(int count, Workload workload, InetSocketAddress address) throws IOException {
    selector = Selector.open();
    for (int number = 0; number < count; number++) {
      all.add(new Connection(number, workload, address, selector));
    }
  }

  /** What happens when an answer is complete. */
  interface Answered {
    void by(Connection connection) throws IOException;
  }

  List<Connection> all() {
    return all;
  }

  /** Handles the answers that come within so many nanoseconds, and returns after the first ones. */
  void await(long nanos, Answered answered) throws IOException {
    long millis = nanos / 1_000_000;
    if (millis > 0) {
      selector.select(key -> handle(key.attachment(), answered), millis);
    } else if (selector.selectNow(key -> handle(key.attachment(), answered)) == 0) {
      // A selector sleeps whole milliseconds. Spinning instead would take the server's processor.
      LockSupport.parkNanos(Math.min(nanos, SHORT_SLEEP_NANOS));
    }
  }

  private static void handle(Object attachment, Answered answered) {
    Connection connection = (Connection) attachment;
    try {
      if (connection.receive()) {
        answered.by(connection);
      }
    } catch (IOException e) {
      throw new WrongAnswer("a connection broke: " + e);
    }
  }

  @Override
  public void close() throws IOException {
    for (Connection connection : all) {
      connection.close();
    }
    selector.close();
  }
}
