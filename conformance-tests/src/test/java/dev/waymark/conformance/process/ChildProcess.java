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
 * A program that runs beside the tests. Closing it ends it and what it started – in an orderly way
 * if it will, by force if not – and so does the end of this JVM.
 */
public final class ChildProcess implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(30);

  private final Process process;
  private final Transcript transcript = new Transcript();
  private final Thread lastResort = new Thread(this::end, "end what is left");

  private ChildProcess(Process process) {
    this.process = process;
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

  public long pid() {
    return process.pid();
  }

  /** Whether it runs still. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** The first line that has the pattern in it; fails with the output if none comes in time. */
  public MatchResult awaitLine(Pattern pattern, Duration patience) {
    return transcript
        .await(pattern, patience)
        .orElseThrow(() ->
            new AssertionError(
                "Nothing like \"%s\" within %s in:%n%s".formatted(pattern, patience, output())));
  }

  /** Waits until the program has ended by itself and everything that it wrote is read. */
  public int awaitExit(Duration patience) {
    if (!hasEnded(patience)) {
      end();
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

  /** Ends it at once, as {@code kill -9} does: it learns nothing of it. What it started goes on. */
  public void kill() {
    process.destroyForcibly();
    hasEnded(GRACE);
  }

  @Override
  public void close() {
    end();
    try {
      Runtime.getRuntime().removeShutdownHook(lastResort);
    } catch (IllegalStateException e) {
      // The JVM is ending: the hook runs already and finds nothing to do.
    }
  }

  private void end() {
    // Looked up first: who has lost its parent is nobody's descendant any more.
    List<ProcessHandle> descendants = process.descendants().toList();
    process.destroy();
    if (!hasEnded(GRACE)) {
      process.destroyForcibly();
      hasEnded(GRACE);
    }
    descendants.forEach(ProcessHandle::destroyForcibly);
  }

  private boolean hasEnded(Duration patience) {
    try {
      return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
