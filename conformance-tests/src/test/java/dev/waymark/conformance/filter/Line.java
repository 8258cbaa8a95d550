package dev.waymark.conformance.filter;

import dev.waymark.conformance.wire.Request;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A caller's connection and one to the server, which gets it from the caller's address. One thread
 * reads each of them. As soon as the caller sends what cannot be read both only pass bytes on.
 */
final class Line {
  private static final Request UNREAD = Request.of("(unread)", "/");

  private final FilterProxy proxy;
  private final Socket caller;
  private final Socket server;
  private final Queue<Request> unanswered = new ConcurrentLinkedQueue<>();
  private volatile boolean serverEnded;

  Line(FilterProxy proxy, Socket caller, InetSocketAddress address) throws IOException {
    this.proxy = proxy;
    this.caller = caller;
    this.server = new Socket();
    server.bind(new InetSocketAddress(caller.getInetAddress(), 0));
    server.setTcpNoDelay(true);
    caller.setTcpNoDelay(true);
    server.connect(address);
  }

  void serve() {
    Thread answers = Thread.ofVirtual().unstarted(() -> ending(this::answers, this::serverEnded));
    answers.start();
    ending(this::requests, this::callerEnded);
    join(answers);
    close();
  }

  void close() {
    closed(caller);
    closed(server);
  }

  private void requests() throws IOException {
    RequestReader reader = new RequestReader(caller);
    OutputStream out = server.getOutputStream();
    while (true) {
      RequestReader.Heard heard = reader.hear(() -> !serverEnded);
      if (heard.isEnd()) {
        return;
      }
      if (heard.request().isEmpty()) {
        unanswered.add(isHead(heard.bytes()) ? UNREAD.withMethod("HEAD") : UNREAD);
        send(out, heard.bytes());
        caller.setSoTimeout(0);
        pump(reader.rest(), out);
        return;
      }
      Request asked = heard.request().get();
      Request changed = proxy.filter().ask(asked, proxy.behind());
      unanswered.add(asked);
      send(out, isSame(changed, asked) ? heard.bytes() : Messages.bytes(changed));
    }
  }

  private void answers() throws IOException {
    AnswerReader reader = new AnswerReader(server.getInputStream());
    OutputStream out = caller.getOutputStream();
    while (reader.begins()) {
      Request asked = unanswered.peek();
      if (asked == null) {
        pump(reader.rest(), out);
        return;
      }
      AnswerReader.Heard heard = reader.hear(asked.method().equals("HEAD"));
      if (heard.answer().isEmpty() || heard.answer().get().status() < 200) {
        send(out, heard.bytes());
        continue;
      }
      unanswered.poll();
      Answer answer = heard.answer().get();
      Answer changed = proxy.filter().answer(asked, answer, proxy.behind());
      proxy.recorder().record(asked, changed);
      send(
          out,
          isSame(changed, answer)
              ? heard.bytes()
              : Messages.bytes(changed, asked.method().equals("HEAD")));
      if (changed.header("Connection").filter("close"::equalsIgnoreCase).isPresent()) {
        return;
      }
    }
  }

  /** The caller may still be sending, and is to get what it was answered. */
  private void serverEnded() throws IOException {
    serverEnded = true;
    caller.shutdownOutput();
    server.close();
  }

  private void callerEnded() throws IOException {
    if (serverEnded) {
      drain();
    } else {
      server.shutdownOutput();
    }
  }

  private void drain() throws IOException {
    caller.setSoTimeout(500);
    byte[] part = new byte[1 << 14];
    int parts = 0;
    while (caller.getInputStream().read(part) >= 0 && parts < 10_000) {
      parts++;
    }
  }

  private static void pump(BufferedInputStream in, OutputStream out) throws IOException {
    byte[] part = new byte[1 << 14];
    for (int read = in.read(part); read >= 0; read = in.read(part)) {
      out.write(part, 0, read);
      out.flush();
    }
  }

  /** What a filter does not change it hands on itself, and it is sent to the byte as it came. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(Object one, Object other) {
    return one == other;
  }

  private static boolean isHead(byte[] bytes) {
    return bytes.length > 4 && new String(bytes, 0, 5, StandardCharsets.ISO_8859_1).equals("HEAD ");
  }

  private static void send(OutputStream out, byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }

  private void ending(Steps steps, Steps ending) {
    try {
      steps.run();
    } catch (IOException e) {
      // A connection that breaks here is one that breaks on the other side as well.
    } catch (RuntimeException | AssertionError e) {
      proxy.failed(e);
    }
    try {
      ending.run();
    } catch (IOException e) {
      // Closed already.
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void closed(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // Nothing is left to be done.
    }
  }

  @FunctionalInterface
  private interface Steps {
    void run() throws IOException;
  }
}
