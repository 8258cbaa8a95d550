package dev.waymark.server;

import dev.waymark.server.settings.CommandLine;
import dev.waymark.server.settings.Configuration;
import dev.waymark.server.settings.HelpText;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.LoggerFactory;

/**
 * The program. It ends with 0 when it was stopped in an orderly way, with 2 and one line on
 * standard error when the configuration or what it names stands in the way, and with 1 on any other
 * failure.
 */
public final class Waymark {
  private static final Duration LONGEST_START = Duration.ofMinutes(2);

  private final Map<String, String> environment;
  private final PrintStream out;
  private final PrintStream err;

  Waymark(Map<String, String> environment, PrintStream out, PrintStream err) {
    this.environment = Map.copyOf(environment);
    this.out = out;
    this.err = err;
  }

  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    int code = new Waymark(System.getenv(), out, err).run(List.of(arguments));
    System.exit(code);
  }

  /**
   * A server in this process, which takes nothing from the environment: the defaults under these
   * values, with these beans in place of the real clock, pause or randomness.
   */
  public static RunningServer start(Map<String, Object> values, Object... beans) {
    return RunningServer.start(Configuration.of(values), beans);
  }

  /** Returns what the process is to end with; a running server keeps it from returning. */
  int run(List<String> arguments) {
    boolean debug =
        arguments.contains("--debug") || "true".equals(environment.get("WAYMARK_DEBUG"));
    try {
      CommandLine line = CommandLine.parse(arguments);
      if (line.help()) {
        out.print(HelpText.text());
      } else if (line.version()) {
        out.println("waymark " + version());
      } else {
        serve(Configuration.of(line, environment));
      }
      return 0;
    } catch (Exception | LinkageError e) {
      StartFailure failure = StartFailure.of(e);
      err.println(failure.line());
      if (debug) {
        e.printStackTrace(err);
      }
      return failure.exitCode();
    }
  }

  private void serve(Configuration configuration) throws InterruptedException {
    CompletableFuture<RunningServer> start = new CompletableFuture<>();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(start), "stop"));
    try {
      start.complete(RunningServer.start(configuration));
    } catch (RuntimeException | Error e) {
      start.cancel(false);
      throw e;
    }
    RunningServer server = start.join();
    out.print(StartMessage.of(server.uri(), server.firstKeys()));
    server.awaitStop();
  }

  /**
   * A stop in the middle of a start waits for its end: half a server cannot be stopped in order.
   */
  private static void stop(CompletableFuture<RunningServer> start) {
    try {
      start.get(LONGEST_START.toSeconds(), TimeUnit.SECONDS).close();
    } catch (CancellationException e) {
      // The start failed and has cleaned up after itself.
    } catch (ExecutionException | TimeoutException | InterruptedException e) {
      LoggerFactory.getLogger(Waymark.class).warn("Stopped in the middle of a start", e);
    }
  }

  private static String version() {
    return Objects.requireNonNullElse(
        Waymark.class.getPackage().getImplementationVersion(), "(not packaged)");
  }
}
