package dev.waymark.conformance.restarts;

import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.oracles.ContractCheck;
import dev.waymark.conformance.process.BuildProperty;
import dev.waymark.conformance.process.ChildProcess;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import dev.waymark.conformance.wire.Wire;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A server in a process of its own that can be ended, in whatever way, and started again on the
 * same folder.
 */
final class Installation implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Pattern LISTENING = Pattern.compile("Waymark is listening on (http://\\S+)");
  private static final Pattern DEMO_KEY = Pattern.compile("Demo key .*:\\s+(wm_\\S+)");

  private final ContractCheck contract = new ContractCheck(Contract.read());
  private final Path folder;
  private final String lease;
  private final String key;
  private ChildProcess process;
  private Wire wire;

  /** {@code lease} is how long a generation stays with a worker that has died. */
  Installation(Path folder, String lease) {
    this.folder = folder;
    this.lease = lease;
    this.process = run();
    this.wire = wire();
    this.key = process.awaitLine(DEMO_KEY, PATIENCE).group(1);
  }

  /** With the key that the first start made. */
  Exchange send(Request request) {
    return sendWith(key, request);
  }

  Exchange sendWith(String other, Request request) {
    return wire.send(request.with("Authorization", "Bearer " + other));
  }

  Exchange get(String target) {
    return send(Request.get(target));
  }

  /** As {@code kill -9} does; its database goes on without it. */
  void kill() {
    wire.close();
    process.kill();
  }

  /** As a service manager would. */
  void stop() {
    wire.close();
    process.stop(PATIENCE);
  }

  void startAgain() {
    process = run();
    wire = wire();
  }

  String output() {
    return process.output();
  }

  @Override
  public void close() {
    wire.close();
    try (ChildProcess last = process) {
      // A server that is killed leaves its database running.
      last.stop(PATIENCE);
    }
  }

  private Wire wire() {
    URI address = URI.create(process.awaitLine(LISTENING, PATIENCE).group(1));
    return Wire.to(address, InstantSource.system(), contract::require);
  }

  private ChildProcess run() {
    return ChildProcess.start(
        folder,
        Map.of(),
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-jar",
            BuildProperty.path("waymark.server.jar").toString(),
            "--port=0",
            "--database.folder=" + folder.resolve("postgres"),
            "--workers.lease=" + lease,
            "--workers.stop-grace=0s"));
  }
}
