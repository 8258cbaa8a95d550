package dev.waymark.conformance.nodes;

import dev.waymark.conformance.process.BuildProperty;
import dev.waymark.conformance.process.ChildProcess;
import dev.waymark.conformance.process.FreePort;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** One server of several, in a process of its own; always at the same address. */
public final class Node implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int STARTS = 5;
  private static final Pattern LISTENING = Pattern.compile("Waymark is listening on (http://\\S+)");

  private final Path folder;
  private final List<String> command;
  private final URI uri;
  private ChildProcess process;

  private Node(Path folder, int port, List<String> options) {
    this.folder = folder;
    this.uri = URI.create("http://127.0.0.1:" + port);
    this.command = command(port, options);
    this.process = run();
  }

  /** Begins to start; {@link #awaitStart} tells when it listens. */
  public static Node start(Path folder, List<String> options) {
    return new Node(folder, FreePort.find(), options);
  }

  /**
   * Returns when it listens. As a service manager does, it starts it again where it has ended by
   * itself: a server that finds no database when it starts says so and ends.
   */
  public void awaitStart() {
    for (int start = 1; start < STARTS; start++) {
      try {
        process.awaitLine(LISTENING, PATIENCE);
        return;
      } catch (AssertionError e) {
        process.close();
        process = run();
      }
    }
    process.awaitLine(LISTENING, PATIENCE);
  }

  /** The first line that has the pattern in it, since it was last started. */
  public MatchResult awaitLine(Pattern pattern) {
    return process.awaitLine(pattern, PATIENCE);
  }

  public URI uri() {
    return uri;
  }

  /** As {@code kill -9} does. */
  public void kill() {
    process.kill();
  }

  /** Begins to start anew after {@link #kill}. */
  public void startAgain() {
    process = run();
  }

  /** Whether it runs still since it was last started. */
  boolean isAlive() {
    return process.isAlive();
  }

  /** Everything that it has written since it was last started. */
  public String output() {
    return process.output();
  }

  @Override
  public void close() {
    process.close();
  }

  private ChildProcess run() {
    return ChildProcess.start(folder, Map.of(), command);
  }

  private static List<String> command(int port, List<String> options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-jar", BuildProperty.path("waymark.server.jar").toString()));
    command.add("--port=" + port);
    command.addAll(options);
    return command;
  }
}
