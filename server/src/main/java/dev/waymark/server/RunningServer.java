package dev.waymark.server;

import dev.waymark.server.accounts.FirstKeys;
import dev.waymark.server.accounts.FirstStart;
import dev.waymark.server.lifecycle.BackgroundWork;
import dev.waymark.server.settings.Configuration;
import dev.waymark.server.settings.ServerSettings;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/** A server that listens. Closing it stops everything in order; closing it twice is harmless. */
public final class RunningServer implements AutoCloseable {
  private final ApplicationContext context;
  private final EmbeddedServer server;
  private final Optional<FirstKeys> firstKeys;
  private final AtomicBoolean closing = new AtomicBoolean();
  private final CountDownLatch stopped = new CountDownLatch(1);

  private RunningServer(
      ApplicationContext context, EmbeddedServer server, Optional<FirstKeys> firstKeys) {
    this.context = context;
    this.server = server;
    this.firstKeys = firstKeys;
  }

  /** Settings are looked at first, then the port, then the database: the cheapest fault first. */
  static RunningServer start(Configuration configuration, Object... beans) {
    ApplicationContext context = Context.build(configuration, beans);
    try {
      context.start();
      OwnBeans own = new OwnBeans(context);
      own.makeSettings();
      ServerSettings settings = context.getBean(ServerSettings.class);
      FreePort.require(settings.host(), settings.port());
      // Everything is made before the first request, so that what cannot work shows here.
      own.makeAll();
      context.getBeansOfType(BackgroundWork.class).forEach(BackgroundWork::start);
      EmbeddedServer server = context.getBean(EmbeddedServer.class);
      server.start();
      // Last, because keys that are made are shown this once: nothing may fail between.
      Optional<FirstKeys> firstKeys = context.getBean(FirstStart.class).prepare();
      return new RunningServer(context, server, firstKeys);
    } catch (RuntimeException | LinkageError e) {
      OrderedStop.afterFailedStart(context);
      throw e;
    }
  }

  /** Where this machine reaches it, also if it listens on all of its addresses. */
  public URI uri() {
    String host = context.getBean(ServerSettings.class).host();
    return ListeningAddress.of(host, server.getPort());
  }

  public int port() {
    return server.getPort();
  }

  /** The keys that this start made; empty on every start but the first on a database. */
  public Optional<FirstKeys> firstKeys() {
    return firstKeys;
  }

  public ApplicationContext context() {
    return context;
  }

  @Override
  public void close() {
    if (closing.compareAndSet(false, true)) {
      OrderedStop.of(context, server);
      stopped.countDown();
    }
  }

  /** Returns when the server was stopped. */
  void awaitStop() throws InterruptedException {
    stopped.await();
  }
}
