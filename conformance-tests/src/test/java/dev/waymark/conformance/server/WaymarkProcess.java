package dev.waymark.conformance.server;

import dev.waymark.conformance.process.BuildProperty;
import dev.waymark.conformance.process.ChildProcess;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server in a process, a folder and on a port of its own. Closing it stops the process and
 * deletes the folder; whatever else happens, it does not outlive this JVM.
 */
public final class WaymarkProcess implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration STOP = Duration.ofSeconds(60);
  private static final Pattern HEAP = Pattern.compile("used (\\d+)K");
  private static final Pattern LISTENING = Pattern.compile("Waymark is listening on (http://\\S+)");
  private static final Pattern DEMO_KEY = Pattern.compile("Demo key .*:\\s+(wm_\\S+)");
  private static final Pattern TEST_KEY = Pattern.compile("Test key .*:\\s+(wm_\\S+)");
  private static final Pattern OPERATOR_KEY = Pattern.compile("Operator key.*:\\s+(wm_\\S+)");

  private final ServerFolder folder;
  private final ChildProcess process;
  private final URI uri;
  private final String demoKey;
  private final String testKey;
  private final String operatorKey;

  private WaymarkProcess(ServerFolder folder, ChildProcess process) {
    this.folder = folder;
    this.process = process;
    this.uri = URI.create(process.awaitLine(LISTENING, START).group(1));
    this.demoKey = process.awaitLine(DEMO_KEY, START).group(1);
    this.testKey = process.awaitLine(TEST_KEY, START).group(1);
    this.operatorKey = process.awaitLine(OPERATOR_KEY, START).group(1);
  }

  /** Returns when the server listens; fails with what it wrote when it does not. */
  public static WaymarkProcess start(ServerSettings settings) {
    ServerFolder folder = ServerFolder.create(settings.plan());
    ChildProcess process =
        ChildProcess.start(folder.path(), Map.of(), command(folder, settings.options()));
    try {
      return new WaymarkProcess(folder, process);
    } catch (AssertionError e) {
      process.close();
      folder.delete();
      throw e;
    }
  }

  public URI uri() {
    return uri;
  }

  /** The key of the account {@code demo}. */
  public String demoKey() {
    return demoKey;
  }

  /** The test key of the account {@code demo}. */
  public String testKey() {
    return testKey;
  }

  /** The key of the account {@code operator}. */
  public String operatorKey() {
    return operatorKey;
  }

  /** Everything that it has written. */
  public String output() {
    return process.output();
  }

  /** Bytes of its heap that are in use when everything unused has been cleared away. */
  public long usedHeap() {
    jcmd("GC.run");
    Matcher used = HEAP.matcher(jcmd("GC.heap_info"));
    if (!used.find()) {
      throw new AssertionError("jcmd does not tell how much of the heap is used");
    }
    return Long.parseLong(used.group(1)) << 10;
  }

  private String jcmd(String command) {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    try (ChildProcess asked =
        ChildProcess.start(
            folder.path(),
            Map.of(),
            List.of(jcmd.toString(), String.valueOf(process.pid()), command))) {
      asked.awaitExit(STOP);
      return asked.output();
    }
  }

  public Caller demo() {
    return new Caller(uri, demoKey);
  }

  public Caller operator() {
    return new Caller(uri, operatorKey);
  }

  /** Stops it as an operator would and returns what it ended with. */
  public int stop() {
    return process.stop(STOP);
  }

  @Override
  public void close() {
    process.close();
    folder.delete();
  }

  private static List<String> command(ServerFolder folder, List<String> options) {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Path jar = BuildProperty.path("waymark.server.jar");
    List<String> command = new ArrayList<>();
    command.addAll(List.of(java.toString(), "-Xmx512m", "-jar", jar.toString()));
    command.add("--port=0");
    command.add("--database.folder=" + folder.database());
    command.add("--plans.file=" + folder.plans());
    command.addAll(options);
    return command;
  }
}
