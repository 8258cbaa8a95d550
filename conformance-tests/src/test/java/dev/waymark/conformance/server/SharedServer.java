package dev.waymark.conformance.server;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * A server that all tests share which ask for the same settings, started for the first of them and
 * stopped after the last test of the run:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final SharedServer SERVER = SharedServer.with(ServerSettings.of(Plan.WITHOUT_PRACTICAL_LIMITS));
 * }</pre>
 */
public final class SharedServer implements BeforeAllCallback {
  private static final Namespace SERVERS = Namespace.create(SharedServer.class);

  private final ServerSettings settings;
  private @Nullable WaymarkProcess process;

  private SharedServer(ServerSettings settings) {
    this.settings = settings;
  }

  public static SharedServer with(ServerSettings settings) {
    return new SharedServer(settings);
  }

  /** The server; only while a test runs. */
  public WaymarkProcess get() {
    return Objects.requireNonNull(process, "no test runs");
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    // What stands in the root's store is closed when the run ends.
    process =
        context
            .getRoot()
            .getStore(SERVERS)
            .getOrComputeIfAbsent(settings, WaymarkProcess::start, WaymarkProcess.class);
  }
}
