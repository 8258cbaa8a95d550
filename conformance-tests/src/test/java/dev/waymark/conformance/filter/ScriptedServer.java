package dev.waymark.conformance.filter;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.CompletableFuture;

/** Reads so many bytes of one connection, writes what it was told to, and hangs up. */
final class ScriptedServer implements AutoCloseable {
  private final ServerSocket listening;
  private final CompletableFuture<String> heard = new CompletableFuture<>();

  private ScriptedServer(ServerSocket listening) {
    this.listening = listening;
  }

  static ScriptedServer answering(String answer, int length) throws IOException {
    ScriptedServer server =
        new ScriptedServer(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
    Thread.ofVirtual().start(() -> server.serve(answer, length));
    return server;
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + listening.getLocalPort());
  }

  /** What it has read. */
  String heard() {
    return heard.join();
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }

  private void serve(String answer, int length) {
    try (Socket socket = listening.accept()) {
      heard.complete(new String(socket.getInputStream().readNBytes(length), ISO_8859_1));
      socket.getOutputStream().write(answer.getBytes(ISO_8859_1));
    } catch (IOException e) {
      heard.completeExceptionally(new UncheckedIOException(e));
    }
  }
}
