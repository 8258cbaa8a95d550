package dev.waymark.server.commits;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** One transaction's members on their way: what they read, then what they write. */
public final class Batch {
  private final Instant now;
  private final boolean waitsForLocks;
  private final TreeMap<Integer, Part> parts = new TreeMap<>();

  public Batch(Instant now) {
    this(now, true);
  }

  Batch(Instant now, boolean waitsForLocks) {
    this.now = now.truncatedTo(ChronoUnit.MICROS);
    this.waitsForLocks = waitsForLocks;
  }

  /** The time of everything that this batch does, in microseconds as PostgreSQL keeps them. */
  public Instant now() {
    return now;
  }

  /** Whether rows that others have locked are waited for; if not, they are as if not there. */
  public boolean waitsForLocks() {
    return waitsForLocks;
  }

  /** The batch's one part of this kind. */
  public <P extends Part> P part(PartKind<P> kind) {
    return kind.type().cast(parts.computeIfAbsent(kind.turn(), _ -> kind.make().apply(this)));
  }

  /** Has every part read, in their turns; one that reads may still ask something of later ones. */
  public void read(Handle tx) {
    for (Map.Entry<Integer, Part> next = parts.firstEntry();
        next != null;
        next = parts.higherEntry(next.getKey())) {
      next.getValue().read(tx);
    }
  }

  /** Writes everything by one statement. */
  public void write(Handle tx) {
    BatchStatement statement = new BatchStatement();
    parts.values().forEach(part -> part.write(statement));
    statement.execute(tx);
  }
}
