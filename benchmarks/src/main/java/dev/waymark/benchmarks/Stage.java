package dev.waymark.benchmarks;

import dev.waymark.benchmarks.database.Accounts;
import dev.waymark.benchmarks.database.Books;
import dev.waymark.benchmarks.database.Database;
import dev.waymark.benchmarks.database.PlainTables;
import dev.waymark.benchmarks.processes.ChildProcess;
import dev.waymark.benchmarks.processes.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** The three servers side by side on one database, with whom they serve. */
final class Stage implements AutoCloseable {
  /** Keys of one account share its wallet; each has calls of its own in a minute. */
  private static final int KEYS_OF_A_HOT_ACCOUNT = 16;

  private static final int MANY = 1000;
  private static final int WARM_UP_CONNECTIONS = 32;

  // Limits that no run reaches: what is measured is the server, not its refusals.
  private static final String PLANS =
      """
      plans:
        - {slug: free, name: Free, api: false}
        - {slug: standard, name: Standard, api: false}
        - {slug: pro, name: Pro, api: true, calls_per_minute: 1000000, concurrent_generations: 100000, credits_per_cycle: 15000}
        - {slug: ultimate, name: Ultimate, api: true, calls_per_minute: 600, concurrent_generations: 20, credits_per_cycle: 50000}
      """;

  private final ChildProcess waymark;
  private final ChildProcess bare;
  private final ChildProcess plain;
  private final Database database;
  private final Accounts accounts;
  private final PlainTables plainTables;
  private final Books books;
  private final Memory memory;
  private final List<String> many;
  private int hotAccounts;
  private int growths;

  private Stage(ChildProcess waymark, Programs programs) throws IOException, SQLException {
    this.waymark = waymark;
    database = Database.in(programs.databaseFolder());
    accounts = new Accounts(database);
    plainTables = new PlainTables(database);
    books = new Books(database);
    memory = new Memory(waymark.pid());
    many = accounts.make("many", MANY, 1);
    plainTables.make();
    plainTables.open(many);
    bare = programs.endpoint(List.of("bare"), Map.of());
    plain =
        programs.endpoint(
            List.of("plain", database.url(), database.user()),
            Map.of("DATABASE_PASSWORD", database.password()));
  }

  static Stage set(Path repository, Path folder) throws IOException, SQLException {
    Programs programs = new Programs(repository, folder);
    Path plans = Files.writeString(folder.resolve("plans.yaml"), PLANS);
    ChildProcess waymark =
        programs.waymark(
            List.of(
                "--plans.file=" + plans,
                "--demo.enabled=false",
                // Nothing is made of what is started: that would be another measurement.
                "--workers.threads=0",
                "--generations.max-queued=1000000"),
            Map.of());
    try {
      return new Stage(waymark, programs);
    } catch (IOException | SQLException | RuntimeException e) {
      waymark.close();
      throw e;
    }
  }

  ChildProcess waymark() {
    return waymark;
  }

  ChildProcess bare() {
    return bare;
  }

  ChildProcess plain() {
    return plain;
  }

  Database database() {
    return database;
  }

  Rounds rounds(Options options) {
    return new Rounds(database, options.rounds(), memory);
  }

  /** Lets each of them run until its machine code is made. */
  void warmUp(List<Contender> contenders, Options options) throws IOException {
    new Rounds(database, 1, memory).closed(contenders, WARM_UP_CONNECTIONS, options.warmUp());
  }

  /** The most memory that the server had in any round. */
  double mostMebibytes() {
    return memory.most();
  }

  /** Ends what was started after this generation and waits for a worker, of which there is none. */
  void endPendingAfter(String generation) throws SQLException {
    books.endPendingAfter(generation);
  }

  /**
   * The keys of so many new accounts, with whose past the ledger has grown to that many entries.
   */
  List<String> grown(int accountCount, long from, long until) throws SQLException {
    String group = "grow" + growths++;
    List<String> keys = accounts.make(group, accountCount, 1);
    books.fill(group, accountCount, from, until);
    return keys;
  }

  /** The keys of a thousand accounts, one each. */
  List<String> many() {
    return many;
  }

  /** The keys of one account that nobody has used yet. */
  List<String> oneHotAccount() throws SQLException {
    List<String> keys = accounts.make("hot" + hotAccounts++, 1, KEYS_OF_A_HOT_ACCOUNT);
    // One wallet there too.
    plainTables.open(keys.subList(0, 1));
    return keys;
  }

  @Override
  public void close() {
    bare.close();
    plain.close();
    waymark.close();
  }
}
