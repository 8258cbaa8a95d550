package dev.waymark.conformance.mock;

import dev.waymark.conformance.contract.ContractFolder;
import dev.waymark.conformance.process.ChildProcess;
import dev.waymark.conformance.process.FreePort;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The mock that {@code npm run mock} starts, on a port of its own. */
final class MockServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Pattern LISTENING =
      Pattern.compile("Prism is listening on (http://127\\.0\\.0\\.1:\\d+)");

  private final ChildProcess process;
  private final URI uri;

  private MockServer(ChildProcess process) {
    this.process = process;
    this.uri = URI.create(process.awaitLine(LISTENING, PATIENCE).group(1));
  }

  static MockServer start() {
    List<String> command = List.of("node", "mock.js", "--port", Integer.toString(FreePort.find()));
    ChildProcess process = ChildProcess.start(ContractFolder.path(), Map.of(), command);
    try {
      return new MockServer(process);
    } catch (AssertionError e) {
      process.close();
      throw e;
    }
  }

  URI uri() {
    return uri;
  }

  @Override
  public void close() {
    process.close();
  }
}
