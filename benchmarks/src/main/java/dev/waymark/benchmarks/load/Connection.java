package dev.waymark.benchmarks.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One kept connection with at most one request on it. */
final class Connection implements AutoCloseable {
  private final int number;
  private final Workload workload;
  private final SocketChannel channel;
  private final Answer answer = new Answer();
  private final ByteBuffer input = ByteBuffer.allocateDirect(16 * 1024);
  private final ByteBuffer output = ByteBuffer.allocateDirect(16 * 1024);
  private long due;

  Connection(int number, Workload workload, InetSocketAddress address, Selector selector)
      throws IOException {
    this.number = number;
    this.workload = workload;
    this.channel = SocketChannel.open(address);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ, this);
  }

  /** Sends the next request, which was to be sent at that time. */
  void send(long dueNanos) throws IOException {
    due = dueNanos;
    answer.clear();
    output.clear();
    output.put(workload.next(number)).flip();
    while (output.hasRemaining()) {
      // Requests are far smaller than a socket's buffer, so this is once.
      channel.write(output);
    }
  }

  /** Reads what is there; true when the answer is complete and right. */
  boolean receive() throws IOException {
    input.clear();
    if (channel.read(input) < 0) {
      throw new WrongAnswer("the server closed a connection after: " + answer.text());
    }
    if (!answer.add(input.flip())) {
      return false;
    }
    if (!workload.isRight(number, answer)) {
      throw new WrongAnswer("not the expected answer: " + answer.text());
    }
    return true;
  }

  /** What came last. */
  Answer answer() {
    return answer;
  }

  /** When the request that was answered last was to be sent. */
  long due() {
    return due;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
