package dev.waymark.benchmarks.processes;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server in a process of its own, from its first line that says where it listens until it is
 * closed. Stopped by its own handle, and killed if it does not stop; also when this program is
 * interrupted.
 */
public final class ChildProcess implements AutoCloseable {
  private static final Duration LONGEST_START = Duration.ofMinutes(5);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(45);
  private static final Pattern LISTENING = Pattern.compile("listening on (http://\\S+)");

  private final Process process;
  private final Thread onExit;
  private final InetSocketAddress address;

  private ChildProcess(Process process, Thread onExit, InetSocketAddress address) {
    this.process = process;
    this.onExit = onExit;
    this.address = address;
  }

  /** What it writes to standard error goes to the log file. */
  public static ChildProcess start(List<String> command, Map<String, String> environment, Path log)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    builder.environment().putAll(environment);
    Process process = builder.start();
    Thread onExit = new Thread(() -> stop(process), "stop");
    Runtime.getRuntime().addShutdownHook(onExit);
    try {
      return new ChildProcess(process, onExit, address(process));
    } catch (IOException e) {
      stop(process);
      throw new IOException(
          "%s: %s%n%s"
              .formatted(command.getFirst(), e.getMessage(), String.join("\n", lastLines(log))),
          e);
    }
  }

  private static InetSocketAddress address(Process process) throws IOException {
    CompletableFuture<URI> listening = new CompletableFuture<>();
    Thread.ofVirtual().start(() -> read(process, listening));
    try {
      URI uri = listening.get(LONGEST_START.toSeconds(), TimeUnit.SECONDS);
      return new InetSocketAddress(uri.getHost(), uri.getPort());
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("it did not start to listen", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  // To its end, for a process that writes to a full pipe stands still.
  private static void read(Process process, CompletableFuture<URI> listening) {
    try (BufferedReader lines = process.inputReader()) {
      String line;
      while ((line = lines.readLine()) != null) {
        Matcher found = LISTENING.matcher(line);
        if (found.find()) {
          listening.complete(URI.create(found.group(1)));
        }
      }
    } catch (IOException e) {
      listening.completeExceptionally(e);
    }
    listening.completeExceptionally(new IOException("it ended"));
  }

  private static List<String> lastLines(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log);
    return lines.subList(Math.max(0, lines.size() - 20), lines.size());
  }

  public InetSocketAddress address() {
    return address;
  }

  public long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    stop(process);
    try {
      Runtime.getRuntime().removeShutdownHook(onExit);
    } catch (IllegalStateException e) {
      // The program ends anyway.
    }
  }

  private static void stop(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
