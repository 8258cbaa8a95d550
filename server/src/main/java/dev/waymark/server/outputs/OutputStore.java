package dev.waymark.server.outputs;

import dev.waymark.server.hashing.Sha256;
import dev.waymark.server.ids.GenerationId;
import dev.waymark.server.ids.Ids;
import dev.waymark.server.providers.Media;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Outputs in PostgreSQL, so that they are committed together with what they cost. */
@Singleton
public final class OutputStore {
  private static final Map<String, String> EXTENSIONS = Map.of("image/png", ".png");

  /** What {@link #purge} drops at once. */
  public static final int PURGED_AT_ONCE = 1000;

  private final Ids ids;
  private final Clock clock;
  private final Duration retention;

  OutputStore(Ids ids, Clock clock, OutputSettings settings) {
    this.ids = ids;
    this.clock = clock;
    this.retention = settings.retention();
  }

  /** The one output of a generation, under a new unguessable name, for {@link NewOutputs}. */
  public NewOutput prepare(GenerationId generation, Media media) {
    return new NewOutput(
        "out_" + ids.secret() + EXTENSIONS.getOrDefault(media.contentType(), ""),
        generation,
        media,
        entityTag(media.content()),
        retention);
  }

  Optional<Output> find(Handle handle, String name) {
    return handle
        .createQuery(
            "SELECT name, generation_id, content_type, length, entity_tag, created_at, expires_at FROM output WHERE name = :name")
        .bind("name", name)
        .map((row, _) ->
            new Output(
                row.getString("name"),
                new GenerationId(row.getString("generation_id")),
                row.getString("content_type"),
                row.getLong("length"),
                row.getString("entity_tag"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant()))
        .findOne();
  }

  /** The bytes of the range, or nothing if the output was purged meanwhile. */
  Optional<byte[]> content(Handle handle, String name, ByteRange range) {
    return handle
        .createQuery(
            "SELECT substring(content FROM :from FOR :count) FROM output WHERE name = :name AND content IS NOT NULL")
        // SQL counts from 1.
        .bind("from", Math.toIntExact(range.first() + 1))
        .bind("count", Math.toIntExact(range.length()))
        .bind("name", name)
        .mapTo(byte[].class)
        .findOne();
  }

  /**
   * Drops the bytes of outputs past their time, a bounded number at once; their names are
   * remembered. Returns how many.
   */
  public int purge(Handle tx) {
    return tx.createUpdate(
            "UPDATE output SET content = NULL WHERE name IN"
                + " (SELECT name FROM output WHERE content IS NOT NULL AND expires_at <= :now"
                + " ORDER BY expires_at LIMIT :limit)")
        .bind("now", now())
        .bind("limit", PURGED_AT_ONCE)
        .execute();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static String entityTag(byte[] content) {
    byte[] hash = Sha256.of(content);
    return "\"" + HexFormat.of().formatHex(hash, 0, 16) + "\"";
  }
}
