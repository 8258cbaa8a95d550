package dev.waymark.server;

import com.zaxxer.hikari.HikariDataSource;
import dev.waymark.server.access.ApiKey;
import dev.waymark.server.access.Caller;
import dev.waymark.server.access.Mode;
import dev.waymark.server.access.Scope;
import dev.waymark.server.accounts.AccountStore;
import dev.waymark.server.contract.Rendering;
import dev.waymark.server.ids.AccountId;
import dev.waymark.server.ids.Ids;
import dev.waymark.server.plans.Plan;
import dev.waymark.server.wallet.Credits;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * One server on one real PostgreSQL for all tests of this process. Its clock is steered and only
 * ever moved forwards, its provider is scripted, and no worker runs by itself.
 *
 * <p>Tests keep out of each other's way by having accounts of their own.
 */
public final class SharedServer {
  private static final SharedServer ONE = new SharedServer();
  private static final String MODEL =
      """
      slug: script-1
      name: A model of the tests
      description: Does what a test says.
      kind: image
      provider: scripted
      restricted: false
      limits: { prompt_characters: 100, timeout_seconds: 30 }
      parameters: { type: object, additionalProperties: false, properties: {} }
      prices: [{ when: {}, credits: 10 }]
      """;

  private final SteeredClock clock = new SteeredClock(Instant.parse("2026-01-01T00:00:00Z"));
  private final ScriptedProvider provider = new ScriptedProvider();
  private final Map<String, Object> settings;
  private final RunningServer server;

  private SharedServer() {
    try {
      Path folder = Files.createTempDirectory("waymark-shared-server");
      Path models = Files.createDirectory(folder.resolve("models"));
      Files.writeString(models.resolve("script-1.yaml"), MODEL);
      settings = settings(folder, models);
      server = Waymark.start(settings, clock, provider);
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> stop(folder), "stop the shared server"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static SharedServer get() {
    return ONE;
  }

  /** A further node on the same database, with the same clock; to be closed by the test. */
  public RunningServer beside(Map<String, Object> different) {
    HikariDataSource pool = (HikariDataSource) bean(DataSource.class);
    Map<String, Object> values = new LinkedHashMap<>(settings);
    values.put("waymark.database.url", pool.getJdbcUrl());
    values.put("waymark.database.username", pool.getDataSourceProperties().getProperty("user"));
    values.put("waymark.database.password", pool.getDataSourceProperties().getProperty("password"));
    values.put("waymark.database.pool-size", 4);
    values.putAll(different);
    return Waymark.start(values, clock, provider);
  }

  public <T> T bean(Class<T> type) {
    return server.context().getBean(type);
  }

  public URI uri() {
    return server.uri();
  }

  public Jdbi jdbi() {
    return bean(Jdbi.class);
  }

  /** The connections of group commits. */
  public Jdbi commits() {
    return server.context().getBean(Jdbi.class, Qualifiers.byName("commits"));
  }

  public SteeredClock clock() {
    return clock;
  }

  public ScriptedProvider provider() {
    return provider;
  }

  /** A plan of five generations at a time and this many credits in each cycle. */
  public static Plan plan(long creditsPerCycle) {
    return new Plan("pro", "Pro", true, 240, 5, new Credits(creditsPerCycle));
  }

  /** Comes back as soon as somebody waits for a lock of the database. */
  public void awaitBlocked() {
    while (jdbi()
        .withHandle(handle ->
            handle
                .createQuery("SELECT count(*) = 0 FROM pg_locks WHERE NOT granted")
                .mapTo(Boolean.class)
                .one())) {
      Thread.onSpinWait();
    }
  }

  /** A new account with a full wallet. */
  public AccountId account(Plan plan) {
    return jdbi()
        .inTransaction(tx -> bean(AccountStore.class).create(tx, "a test's", plan, List.of()));
  }

  /** Who calls for a new account with a full wallet. */
  public Caller caller(Plan plan) {
    ApiKey key =
        new ApiKey(
            bean(Ids.class).key(),
            "a test's",
            "wm_live_test",
            Mode.LIVE,
            Scope.OWN,
            Optional.empty(),
            Optional.empty(),
            Rendering.NATIVE,
            clock.instant(),
            Optional.empty(),
            Optional.empty());
    return new Caller(account(plan), "a test's", plan, Set.of(), key);
  }

  private static Map<String, Object> settings(Path folder, Path models) {
    Map<String, Object> values = TestSettings.in(folder.resolve("database"));
    values.put("waymark.database.pool-size", 12);
    values.put("waymark.demo.enabled", false);
    values.put("waymark.models.folder", models.toString());
    values.put("waymark.workers.threads", 0);
    values.put("waymark.workers.lease", "1s");
    values.put("waymark.workers.max-attempts", 3);
    values.put("waymark.workers.retry-pause", "10s");
    values.put("waymark.outputs.max-bytes", 1024);
    values.put("waymark.sweeper.interval", "1h");
    values.put("waymark.sweeper.expiry-interval", "1h");
    return values;
  }

  private void stop(Path folder) {
    server.close();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
