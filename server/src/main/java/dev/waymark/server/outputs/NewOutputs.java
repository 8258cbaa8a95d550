package dev.waymark.server.outputs;

import dev.waymark.server.commits.BatchStatement;
import dev.waymark.server.commits.Part;
import dev.waymark.server.commits.PartKind;
import dev.waymark.server.commits.Rows;
import dev.waymark.server.commits.Table;
import java.time.Instant;

/** The outputs of a batch; a second one of a generation is refused by the database. */
public final class NewOutputs implements Part {
  private static final Table MADE =
      new Table(
          "INSERT INTO output (name, generation_id, content_type, length, entity_tag, content, created_at, expires_at)"
              + " SELECT r.* FROM :rows",
          "name text",
          "generation text",
          "type text",
          "length bigint",
          "tag text",
          "content bytea",
          "at timestamptz",
          "expires timestamptz");

  public static final PartKind<NewOutputs> KIND =
      new PartKind<>(50, NewOutputs.class, _ -> new NewOutputs());

  private final Rows rows = new Rows(MADE);

  private NewOutputs() {}

  public void add(NewOutput output, Instant now) {
    rows.add(
        output.name(),
        output.generation().value(),
        output.media().contentType(),
        (long) output.media().content().length,
        output.entityTag(),
        output.media().content(),
        now,
        now.plus(output.retention()));
  }

  @Override
  public void write(BatchStatement statement) {
    statement.add(rows);
  }
}
