package dev.waymark.server.wallet;

import dev.waymark.server.commits.Batch;
import dev.waymark.server.commits.BatchStatement;
import dev.waymark.server.commits.Part;
import dev.waymark.server.commits.PartKind;
import dev.waymark.server.commits.Rows;
import dev.waymark.server.commits.Table;
import dev.waymark.server.ids.KeyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What the keys of a batch spend against their monthly quotas, under the locks of their accounts. A
 * key without a quota has no spending and costs no write.
 */
public final class Spending implements Part {
  private static final Table KEYS =
      new Table(
          "UPDATE api_key SET spent_month = r.month, spent = r.spent FROM :rows WHERE api_key.id = r.id",
          "id text",
          "month date",
          "spent bigint");

  public static final PartKind<Spending> KIND = new PartKind<>(20, Spending.class, Spending::new);

  private final Batch batch;
  private final TreeSet<String> wanted = new TreeSet<>();
  private final Map<String, Line> lines = new TreeMap<>();

  private Spending(Batch batch) {
    this.batch = batch;
  }

  /** Has the key's quota read. */
  public void need(KeyId key) {
    wanted.add(key.value());
  }

  /** The key's quota if it has one, as the members before have left it. */
  public Optional<Quota> of(KeyId key) {
    return line(key).map(line -> line.quota(batch.now()));
  }

  /** Counts a hold of now; {@link #of} has said that there is room. */
  public void add(KeyId key, Credits credits) {
    line(key).ifPresent(line -> line.add(Month.of(batch.now()), credits.value()));
  }

  /** Takes back what a generation of that time did not use after all, if its month still runs. */
  public void giveBack(KeyId key, Instant heldAt, Credits credits) {
    line(key).ifPresent(line -> line.giveBack(Month.of(heldAt), credits.value()));
  }

  private Optional<Line> line(KeyId key) {
    return Optional.ofNullable(lines.get(key.value()));
  }

  @Override
  public void read(Handle tx) {
    if (wanted.isEmpty()) {
      return;
    }
    tx.createQuery(
            "SELECT id, credits_per_month, spent_month, spent FROM api_key"
                + " WHERE id = ANY (:ids) AND credits_per_month IS NOT NULL")
        .bindArray("ids", String.class, wanted.toArray())
        .map((row, _) -> new Line(row))
        .forEach(line -> lines.put(line.key, line));
  }

  @Override
  public void write(BatchStatement statement) {
    Rows rows = new Rows(KEYS);
    lines.values().stream()
        .filter(line -> line.changed)
        .forEach(line -> rows.add(line.key, line.month.first(), line.spent));
    statement.add(rows);
  }

  private static final class Line {
    final String key;
    final Credits limit;
    Month month;
    long spent;
    boolean changed;

    Line(ResultSet row) throws SQLException {
      key = row.getString("id");
      limit = new Credits(row.getLong("credits_per_month"));
      @Nullable LocalDate first = row.getObject("spent_month", LocalDate.class);
      month = new Month(first == null ? LocalDate.EPOCH : first);
      spent = row.getLong("spent");
    }

    Quota quota(Instant now) {
      Month running = Month.of(now);
      boolean over = running.compareTo(month) > 0;
      return new Quota(
          Optional.of(limit), new Credits(over ? 0 : spent), (over ? running : month).end());
    }

    // The month only goes forward: where another node's clock is ahead, its month counts.
    void add(Month running, long credits) {
      if (running.compareTo(month) > 0) {
        month = running;
        spent = 0;
      }
      spent = Math.addExact(spent, credits);
      changed = true;
    }

    void giveBack(Month held, long credits) {
      if (held.equals(month) && credits > 0) {
        spent = Math.max(0, spent - credits);
        changed = true;
      }
    }
  }
}
