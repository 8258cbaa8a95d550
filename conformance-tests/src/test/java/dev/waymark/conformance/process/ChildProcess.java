package dev.waymark.conformance.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A program that runs beside the tests. Closing it ends it and what it started, and so does the end
 * of this JVM.
 */
public final class ChildProcess implements AutoCloseable {
  private final Process process;
  private final Transcript transcript;
  private final Thread lastResort = new Thread(this::kill, "kill what is left");

  private ChildProcess(Process process) {
    this.process = process;
    this.transcript = new Transcript();
    Thread.ofVirtual().start(() -> transcript.readAll(process.inputReader()));
    Runtime.getRuntime().addShutdownHook(lastResort);
  }

  /** The environment is added to that of this JVM. */
  public static ChildProcess start(
      Path folder, Map<String, String> environment, List<String> command) {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      return new ChildProcess(process);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot run " + String.join(" ", command), e);
    }
  }

  /** What the program has written up to now, standard error included. */
  public String output() {
    return transcript.text();
  }

  /** Waits for a line that has the pattern in it; fails with the output when there is none in time. */
  public MatchResult awaitLine(Pattern pattern, Duration patience) {
    return transcript
        .await(pattern, patience)
        .orElseThrow(
            () ->
                new AssertionError(
                    "Nothing like \"%s\" within %s in:%n%s".formatted(pattern, patience, output())));
  }

  /** Waits until the program has ended by itself and everything that it wrote is read. */
  public int awaitExit(Duration patience) {
    if (!hasEnded(patience)) {
      kill();
      throw new AssertionError("Not finished within %s:%n%s".formatted(patience, output()));
    }
    transcript.awaitEnd(patience);
    return process.exitValue();
  }

  /** Asks the program to end, as an operator would, and waits for it. */
  public int stop(Duration patience) {
    process.destroy();
    return awaitExit(patience);
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    kill();
    hasEnded(Duration.ofSeconds(10));
    try {
      Runtime.getRuntime().removeShutdownHook(lastResort);
    } catch (IllegalStateException e) {
      // The JVM is ending: the hook is running already and finds nothing to do.
    }
  }

  private boolean hasEnded(Duration patience) {
    try {
      return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
