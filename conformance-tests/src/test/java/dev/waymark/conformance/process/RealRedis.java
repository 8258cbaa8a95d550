package dev.waymark.conformance.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import redis.embedded.core.ExecutableProvider;

/**
 * A real Redis on a free port of the loopback address, in a process of its own that can be killed,
 * frozen and started again on the same port. It keeps nothing: a restart forgets all windows.
 */
public final class RealRedis implements AutoCloseable {
  private static final long LONGEST_SECONDS = 20;

  private final Path folder;
  private final int port;
  private final String password;
  private final File program;
  private Process process;

  private RealRedis(Path folder, int port, String password) throws IOException {
    this.folder = folder;
    this.port = port;
    this.password = password;
    this.program = ExecutableProvider.newJarResourceProvider(folder.toFile()).get();
    this.process = launch();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> process.destroyForcibly()));
  }

  public static RealRedis start() {
    return start("");
  }

  /** Returns when it answers. */
  public static RealRedis start(String password) {
    try {
      return new RealRedis(Files.createTempDirectory("waymark-redis"), FreePort.find(), password);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As {@code waymark.redis.url}. */
  public String url() {
    return "redis://%s127.0.0.1:%d".formatted(password.isEmpty() ? "" : ":" + password + "@", port);
  }

  public int port() {
    return port;
  }

  /** Ends it without a goodbye. */
  public void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** Starts it again, on the same port and with nothing in it; returns when it answers. */
  public void restart() {
    kill();
    try {
      process = launch();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets it accept connections and answer nothing, until {@link #thaw}. */
  public void freeze() {
    signal("STOP");
  }

  public void thaw() {
    signal("CONT");
  }

  /** The answer to one command, as it stands on the wire. */
  public String command(String... words) {
    try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
      socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(LONGEST_SECONDS));
      if (!password.isEmpty()) {
        send(socket, "AUTH", password);
      }
      return send(socket, words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    kill();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process launch() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(program.getAbsolutePath());
    command.addAll(List.of("--port", String.valueOf(port), "--bind", "127.0.0.1"));
    command.addAll(List.of("--save", "", "--appendonly", "no", "--dir", folder.toString()));
    if (!password.isEmpty()) {
      command.addAll(List.of("--requirepass", password));
    }
    Process launched =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("redis.txt").toFile())
            .start();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
    while (!answers()) {
      assertThat(launched.isAlive() && System.nanoTime() < end)
          .as(() -> "Redis starts, which wrote: " + output())
          .isTrue();
      Thread.onSpinWait();
    }
    return launched;
  }

  private String output() {
    try {
      return Files.readString(folder.resolve("redis.txt"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean answers() {
    try {
      return command("PING").startsWith("+PONG");
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  private static String send(Socket socket, String... words) throws IOException {
    StringBuilder text = new StringBuilder("*" + words.length + "\r\n");
    for (String word : words) {
      text.append("$%d\r\n%s\r\n".formatted(word.length(), word));
    }
    OutputStream out = socket.getOutputStream();
    out.write(text.toString().getBytes(StandardCharsets.US_ASCII));
    out.flush();
    byte[] answer = new byte[4096];
    InputStream in = socket.getInputStream();
    int length = in.read(answer);
    return new String(answer, 0, Math.max(0, length), StandardCharsets.US_ASCII);
  }

  private void signal(String name) {
    try {
      Process kill = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start();
      assertThat(kill.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(kill.exitValue()).isZero();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void awaitEnd() {
    try {
      assertThat(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).as("Redis ended").isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
