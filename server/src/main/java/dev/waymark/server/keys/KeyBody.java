package dev.waymark.server.keys;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.server.access.Scope;
import dev.waymark.server.contract.Rendering;
import dev.waymark.server.wallet.Credits;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/** Reads the members of a body that was checked; a member that is null is as good as none. */
final class KeyBody {
  private KeyBody() {}

  static Optional<List<String>> words(JsonNode list) {
    return list.isArray()
        ? Optional.of(list.valueStream().map(JsonNode::textValue).toList())
        : Optional.empty();
  }

  /** In the order in which they were sent. */
  static Optional<SequencedSet<Scope>> scopes(JsonNode list) {
    return words(list)
        .map(names -> {
          SequencedSet<Scope> scopes = new LinkedHashSet<>();
          names.forEach(name -> scopes.add(Scope.byWireName(name).orElseThrow()));
          return scopes;
        });
  }

  static Optional<Credits> credits(JsonNode number) {
    return number.isIntegralNumber()
        ? Optional.of(new Credits(number.longValue()))
        : Optional.empty();
  }

  /** As PostgreSQL keeps it; nothing also where the text is no time. */
  static Optional<Instant> time(JsonNode text) {
    try {
      return text.isTextual()
          ? Optional.of(Instant.parse(text.textValue()).truncatedTo(ChronoUnit.MICROS))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  static Rendering errorFormat(JsonNode name) {
    return Rendering.byWireName(name.textValue()).orElseThrow();
  }
}
