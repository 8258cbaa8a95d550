package dev.waymark.conformance.subject;

import com.zaxxer.hikari.HikariDataSource;
import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.oracles.ContractCheck;
import dev.waymark.conformance.wire.Wire;
import dev.waymark.server.RunningServer;
import dev.waymark.server.Waymark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** A server in this process with its own time, provider, log book and database. */
public final class Subject implements AutoCloseable {
  private static final Contract CONTRACT = Contract.read();
  private static final ContractCheck CHECK = new ContractCheck(CONTRACT);
  private static final LogBook LOG = LogBook.open();
  private static final Duration MORE_THAN_THE_WINDOW = Duration.ofSeconds(61);

  /** Starts share transactions, which no request's own thread carries out. */
  private static final String FAILS_ON_POISON =
      """
      CREATE OR REPLACE FUNCTION fail_on_poison() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'broken by a test'; END $$;
      CREATE OR REPLACE TRIGGER fails_on_poison BEFORE INSERT ON generation
        FOR EACH ROW WHEN (NEW.prompt LIKE 'poison %') EXECUTE FUNCTION fail_on_poison();
      """;

  private static final int CONNECTIONS = 40;
  private static final int OWN_CONNECTIONS = 10;
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private final Path folder;
  private final SteeredTime time = new SteeredTime();
  private final Studio studio = new Studio();
  private final PaidProvider paid = new PaidProvider();
  private final RunningServer server;
  private final Wire wire;
  private final Map<Map<String, Object>, Subject> annexes = new ConcurrentHashMap<>();

  private Subject(Map<String, Object> settings) {
    this.folder = temporaryFolder();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("waymark.port", 0);
    values.put("waymark.database.pool-size", CONNECTIONS);
    values.put("waymark.database.folder", folder.resolve("postgres").toString());
    values.put("waymark.models.folder", Offer.models(folder).toString());
    values.put("waymark.plans.file", Offer.plans(folder).toString());
    values.put("waymark.workers.threads", 12);
    values.put("waymark.workers.lease", "1h");
    values.put("waymark.workers.retry-pause", "0s");
    values.putAll(settings);
    this.server = Waymark.start(values, time, studio, paid);
    makeRoom(settings);
    jdbi().useHandle(handle -> handle.execute(FAILS_ON_POISON));
    jdbi().installPlugin(new Faults());
    this.wire = Wire.to(server.uri(), time, CHECK::require);
  }

  /** PostgreSQL counts on a pool that large; what this one does not need is for those beside it. */
  private void makeRoom(Map<String, Object> settings) {
    if (!settings.containsKey("waymark.database.pool-size")) {
      HikariDataSource pool = (HikariDataSource) server.context().getBean(DataSource.class);
      pool.setMinimumIdle(OWN_CONNECTIONS);
      pool.setMaximumPoolSize(OWN_CONNECTIONS);
      pool.getHikariPoolMXBean().softEvictConnections();
    }
  }

  /** One of its own, for who cannot have the shared one; to be closed. */
  public static Subject start() {
    return new Subject(Map.of());
  }

  /** One of its own with these settings; to be closed. */
  public static Subject start(Map<String, Object> settings) {
    return new Subject(settings);
  }

  /** Another server with other settings, on a database of its own in the same PostgreSQL. */
  public Subject beside(Map<String, Object> settings) {
    String database = "beside" + DATABASES.incrementAndGet();
    jdbi().useHandle(handle -> handle.execute("CREATE DATABASE " + database));
    HikariDataSource pool = (HikariDataSource) server.context().getBean(DataSource.class);
    Map<String, Object> values = new LinkedHashMap<>(settings);
    values.put("waymark.database.url", pool.getJdbcUrl().replaceFirst("/[^/]*$", "/" + database));
    values.put("waymark.database.username", pool.getDataSourceProperties().getProperty("user"));
    values.put("waymark.database.password", pool.getDataSourceProperties().getProperty("password"));
    values.put("waymark.database.pool-size", 4);
    values.put("waymark.commits.threads", 1);
    return new Subject(values);
  }

  /** Lets the database take {@link Generate#poison} like any other prompt, from now on. */
  public void takePoison() {
    jdbi().useHandle(handle -> handle.execute("DROP TRIGGER fails_on_poison ON generation"));
  }

  /** Lets time pass until no call counts any more. */
  public void emptyWindows() {
    time.pass(MORE_THAN_THE_WINDOW);
  }

  /** A server beside this one that is started once for these settings, and ends with this one. */
  public Subject annex(Map<String, Object> settings) {
    return annexes.computeIfAbsent(settings, this::beside);
  }

  public Contract contract() {
    return CONTRACT;
  }

  public ContractCheck check() {
    return CHECK;
  }

  public SteeredTime time() {
    return time;
  }

  public Studio studio() {
    return studio;
  }

  public PaidProvider paid() {
    return paid;
  }

  public LogBook log() {
    return LOG;
  }

  /** Calls without a key. */
  public Wire wire() {
    return wire;
  }

  public RunningServer server() {
    return server;
  }

  public Jdbi jdbi() {
    return server.context().getBean(Jdbi.class);
  }

  /** A new account on this plan with one key and a full wallet. */
  public Tenant tenant(String plan, String... models) {
    return Tenant.of(this, plan, List.of(models));
  }

  /** A new account on the plan Pro. */
  public Tenant tenant() {
    return tenant("pro");
  }

  /** The sandbox, with a test key, of a new account on the plan Pro. */
  public Tenant sandbox() {
    return tenant().sandbox();
  }

  @Override
  public void close() {
    annexes.values().forEach(Subject::close);
    studio.releaseAll();
    wire.close();
    server.close();
    delete(folder);
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("waymark-wire-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
