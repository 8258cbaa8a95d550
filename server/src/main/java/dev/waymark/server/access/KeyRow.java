package dev.waymark.server.access;

import dev.waymark.server.contract.Rendering;
import dev.waymark.server.ids.KeyId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads keys from rows of {@code api_key k} joined with the {@code account a} that it is of. */
final class KeyRow {
  static final String COLUMNS =
      """
      k.id, k.name, k.prefix, k.scopes, k.models AS key_models, k.allowed_ips, k.error_format,
      k.created_at, k.expires_at, k.revoked_at, a.sandbox_of IS NOT NULL AS sandbox
      """;

  private KeyRow() {}

  static ApiKey key(ResultSet row) throws SQLException {
    return new ApiKey(
        new KeyId(row.getString("id")),
        row.getString("name"),
        row.getString("prefix"),
        Mode.of(row.getBoolean("sandbox")),
        words(row, "scopes").orElseThrow().stream()
            .flatMap(name -> Scope.byWireName(name).stream())
            .collect(Collectors.toSet()),
        words(row, "key_models").map(Set::copyOf),
        words(row, "allowed_ips"),
        Rendering.byWireName(row.getString("error_format")).orElse(Rendering.NATIVE),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        instant(row, "expires_at"),
        instant(row, "revoked_at"));
  }

  static Optional<List<String>> words(ResultSet row, String column) throws SQLException {
    @Nullable Array array = row.getArray(column);
    return array == null
        ? Optional.empty()
        : Optional.of(Arrays.stream((Object[]) array.getArray()).map(Object::toString).toList());
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
