package dev.waymark.conformance.nodes;

import dev.waymark.conformance.process.BuildProperty;
import dev.waymark.conformance.process.ChildProcess;
import dev.waymark.conformance.process.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A real PostgreSQL that several servers share. It was made by a server's first start, goes on when
 * servers are killed, and can be crashed under them.
 */
final class Database implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Pattern LISTENING = Pattern.compile("Waymark is listening on (http://\\S+)");
  private static final Pattern OPERATOR_KEY = Pattern.compile("Operator key.*:\\s+(wm_\\S+)");

  private final Path folder;
  private final Path programs = Path.of("target", "postgres-programs").toAbsolutePath();
  private final int port = FreePort.find();
  private final String operatorKey;

  private Database(Path parent, List<String> options) {
    this.folder = parent.resolve("postgres");
    this.operatorKey = firstStart(parent, options);
    run("start");
  }

  /** In a folder of {@code parent}. {@code options} are those of every server that will use it. */
  static Database create(Path parent, List<String> options) {
    return new Database(parent, options);
  }

  /** Of the account {@code operator}, which every first start makes. */
  String operatorKey() {
    return operatorKey;
  }

  /** For the command line of a server. */
  List<String> options() {
    return List.of(
        "--database.url=" + url(),
        "--database.username=waymark",
        "--database.password=" + password());
  }

  /** A connection past all servers. */
  Connection connect() throws SQLException {
    return DriverManager.getConnection(url(), "waymark", password());
  }

  /** As if the power had failed: nothing is finished, and then it is there again. */
  void crash() {
    run("stop", "-m", "immediate");
    run("start");
  }

  /** What it has written since it was made. */
  String log() {
    try {
      return Files.readString(folder.resolve("postgres.log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    run("stop", "-m", "immediate");
  }

  private String firstStart(Path parent, List<String> options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", BuildProperty.path("waymark.server.jar").toString()));
    command.addAll(options);
    command.addAll(List.of("--database.folder=" + folder, "--database.programs=" + programs));
    try (ChildProcess server = ChildProcess.start(parent, Map.of(), command)) {
      server.awaitLine(LISTENING, PATIENCE);
      String key = server.awaitLine(OPERATOR_KEY, PATIENCE).group(1);
      server.stop(PATIENCE);
      return key;
    }
  }

  private void run(String action, String... arguments) {
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      // PostgreSQL does not run as root.
      command.addAll(List.of("unshare", "-U"));
    }
    command.addAll(
        List.of(program("pg_ctl"), action, "-D", folder.resolve("data").toString(), "-w"));
    if (action.equals("start")) {
      command.addAll(List.of("-l", folder.resolve("postgres.log").toString(), "-o", settings()));
    }
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(
                  ProcessBuilder.Redirect.appendTo(folder.resolve("pg_ctl.log").toFile()))
              .start();
      if (process.waitFor() != 0) {
        throw new AssertionError(
            "pg_ctl " + action + " failed:\n" + Files.readString(folder.resolve("pg_ctl.log")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private String settings() {
    return "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories=\"\" -c max_connections=100 -c timezone=UTC -c log_timezone=UTC"
        .formatted(port);
  }

  private String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  private String password() {
    try {
      return Files.readString(folder.resolve("password")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String program(String name) {
    try (Stream<Path> files = Files.walk(programs)) {
      return files
          .filter(file -> file.endsWith(Path.of("bin", name)))
          .findFirst()
          .orElseThrow()
          .toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
