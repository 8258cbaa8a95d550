package dev.waymark.server.generations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.server.ids.AccountId;
import dev.waymark.server.ids.GenerationId;
import dev.waymark.server.ids.RequestId;
import dev.waymark.server.wallet.Credits;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Reads a generation from its row, joined with its output's. */
final class GenerationRow implements RowMapper<Generation> {
  static final String SELECT =
      """
      SELECT g.id, g.account_id, g.request_id, g.status, g.model, g.prompt, g.parameters, g.credits_estimate,
             g.credits_used, g.error, g.created_at, g.started_at, g.finished_at,
             o.name AS output_name, o.expires_at AS output_expires_at
      FROM generation g LEFT JOIN output o ON o.generation_id = g.id
      """;

  private final ObjectMapper json;

  GenerationRow(ObjectMapper json) {
    this.json = json;
  }

  @Override
  public Generation map(ResultSet row, StatementContext context) throws SQLException {
    return map(row);
  }

  Generation map(ResultSet row) throws SQLException {
    return new Generation(
        new GenerationId(row.getString("id")),
        new AccountId(row.getString("account_id")),
        new RequestId(row.getString("request_id")),
        Status.of(row.getString("status")),
        row.getString("model"),
        row.getString("prompt"),
        object(row.getString("parameters")),
        new Credits(row.getLong("credits_estimate")),
        Optional.ofNullable(row.getObject("credits_used", Long.class)).map(Credits::new),
        Optional.ofNullable(row.getString("error")).map(this::object),
        download(row),
        instant(row, "created_at").orElseThrow(),
        instant(row, "started_at"),
        instant(row, "finished_at"));
  }

  private static Optional<Generation.Download> download(ResultSet row) throws SQLException {
    @Nullable String name = row.getString("output_name");
    return name == null
        ? Optional.empty()
        : instant(row, "output_expires_at").map(end -> new Generation.Download(name, end));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private JsonNode object(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("a stored JSON object cannot be read", e);
    }
  }
}
