package dev.waymark.server.database;

import dev.waymark.server.settings.ConfigurationFault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own in a folder of its own, which only this process uses and which keeps what
 * it is told across restarts. It listens on the loopback address only, and asks for a password that
 * stands in the folder.
 */
final class EmbeddedPostgres implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private static final String USER = "waymark";

  /** For the connections beside the pool, and a person or a program that looks in. */
  private static final int SPARE_CONNECTIONS = 20;

  /**
   * For many small transactions: fewer checkpoints, after each of which every page is logged whole
   * once; no compiler for statements that take microseconds. What is committed is on disk as
   * before.
   */
  private static final String TUNING =
      " -c shared_buffers=256MB -c wal_buffers=16MB -c max_wal_size=2GB -c checkpoint_timeout=15min"
          + " -c wal_compression=on -c jit=off -c synchronous_commit=on";

  /** Another program can take a port between our look and PostgreSQL's start. */
  private static final int PORTS_TRIED = 3;

  private final Path data;
  private final FolderLock lock;
  private final PostgresPrograms programs;
  private final Address address;

  private EmbeddedPostgres(Path data, FolderLock lock, PostgresPrograms programs, Address address) {
    this.data = data;
    this.lock = lock;
    this.programs = programs;
    this.address = address;
  }

  /** Takes over from a server that was killed; a folder that is in use is refused, undisturbed. */
  static EmbeddedPostgres start(DatabaseSettings settings, int connections) {
    Path folder = settings.folder();
    FolderLock lock = FolderLock.take(folder);
    try {
      Path data = folder.resolve("data");
      PostgresPrograms programs =
          PostgresPrograms.unpack(settings.programsFolder(), folder.resolve("postgres.log"));
      Orphan.stop(data);
      Path password = PasswordFile.in(folder, Files.exists(data));
      create(data, programs, password);
      int port = run(data, programs, connections + SPARE_CONNECTIONS);
      Address address =
          new Address(
              "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
              USER,
              Files.readString(password).strip());
      return new EmbeddedPostgres(data, lock, programs, address);
    } catch (IOException e) {
      lock.close();
      throw FolderLock.unusable(folder, e);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  Address address() {
    return address;
  }

  @Override
  public void close() {
    PostgresPrograms.Outcome outcome =
        programs.run("pg_ctl", "stop", "-D", data.toString(), "-m", "fast", "-w", "-t", "30");
    if (!outcome.succeeded()) {
      LOG.warn("The embedded PostgreSQL did not stop: {}", outcome.reason());
    }
    lock.close();
  }

  /** Makes the data beside its place and moves it there, so that it is never there by half. */
  private static void create(Path data, PostgresPrograms programs, Path password)
      throws IOException {
    if (Files.exists(data)) {
      return;
    }
    Path half = data.resolveSibling("data.unfinished");
    Folders.delete(half);
    require(
        data,
        programs.run(
            "initdb",
            "--pgdata=" + half,
            "--username=" + USER,
            "--pwfile=" + password,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--no-instructions"));
    Files.move(half, data);
  }

  private static int run(Path data, PostgresPrograms programs, int connections) throws IOException {
    PostgresPrograms.@Nullable Outcome outcome = null;
    for (int attempt = 0; attempt < PORTS_TRIED; attempt++) {
      int port = freePort();
      String options =
          "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories=\"\" -c max_connections=%d -c timezone=UTC -c log_timezone=UTC"
                  .formatted(port, connections)
              + TUNING;
      outcome = programs.run("pg_ctl", "start", "-D", data.toString(), "-o", options, "-w");
      if (outcome.succeeded()) {
        return port;
      }
      if (!outcome.reason().contains("TCP/IP socket")) {
        break;
      }
    }
    require(data, outcome);
    throw new IllegalStateException("PostgreSQL neither started nor failed");
  }

  private static void require(Path data, PostgresPrograms.@Nullable Outcome outcome) {
    if (outcome != null && !outcome.succeeded()) {
      throw new ConfigurationFault(
          "The embedded PostgreSQL in %s does not start (%s): see postgres.log there, or set waymark.database.url to a PostgreSQL of your own."
              .formatted(data.getParent(), outcome.reason()));
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }
}
