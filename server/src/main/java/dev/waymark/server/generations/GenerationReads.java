package dev.waymark.server.generations;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.server.ids.AccountId;
import dev.waymark.server.ids.GenerationId;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * Single generations by their ids: the most frequent call by far, of which those that come together
 * cost one query.
 */
@Singleton
final class GenerationReads {
  private static final String QUERY = GenerationRow.SELECT + "WHERE g.id = ANY(?)";

  private final Jdbi jdbi;
  private final GenerationRow row;
  private final SharedReads<GenerationId, Generation> reads = new SharedReads<>(this::find);

  GenerationReads(Jdbi jdbi, ObjectMapper json) {
    this.jdbi = jdbi;
    this.row = new GenerationRow(json);
  }

  /**
   * The account's generation as it stood when this was asked, or later; another account's is not
   * found.
   */
  Optional<Generation> find(AccountId account, GenerationId id) {
    return reads.find(id).filter(generation -> generation.account().equals(account));
  }

  // Without the mapping layer, which costs more here than the query.
  private Map<GenerationId, Generation> find(List<GenerationId> ids) {
    return jdbi.withHandle(handle -> find(handle, ids));
  }

  private Map<GenerationId, Generation> find(Handle handle, List<GenerationId> ids) {
    try (PreparedStatement select = handle.getConnection().prepareStatement(QUERY)) {
      Object[] values = ids.stream().map(GenerationId::value).toArray();
      select.setArray(1, handle.getConnection().createArrayOf("text", values));
      try (ResultSet rows = select.executeQuery()) {
        Map<GenerationId, Generation> found = HashMap.newHashMap(ids.size());
        while (rows.next()) {
          Generation generation = row.map(rows);
          found.put(generation.id(), generation);
        }
        return found;
      }
    } catch (SQLException e) {
      throw new UnableToExecuteStatementException("generations cannot be read", e, null);
    }
  }
}
