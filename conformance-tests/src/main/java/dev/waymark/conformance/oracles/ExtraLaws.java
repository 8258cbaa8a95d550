package dev.waymark.conformance.oracles;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.contract.CatalogueRow;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A code's extras are there with their types. Others beside them are odd and no more: {@code
 * /api/v1/} may gain fields, so callers step over those that they do not know.
 */
final class ExtraLaws {
  private static final Set<String> COMMON =
      Set.of("error", "message", "next", "docs_url", "request_id", "retry", "charge");

  private ExtraLaws() {}

  static List<Violation> violations(CatalogueRow row, JsonNode error) {
    List<Violation> violations = new ArrayList<>();
    Set<String> known = new HashSet<>(COMMON);
    for (CatalogueRow.Extra extra : row.extras()) {
      known.add(extra.name());
      JsonNode value = error.path(extra.name());
      if (value.isMissingNode() ? !extra.optional() : !is(extra.type(), value)) {
        violations.add(
            Clause.EXTRAS.broken(
                "the extra " + extra.name() + " is missing or no " + extra.type()));
      } else if (extra.type().equals("timestamp") && !value.isMissingNode()) {
        canonical(violations, extra.name(), value.asText());
      }
    }
    error
        .fieldNames()
        .forEachRemaining(name -> {
          if (!known.contains(name)) {
            violations.add(Clause.EXTRAS.odd("the field " + name + " is none of this error's"));
          }
        });
    return violations;
  }

  /** What the catalogue has of another type is left to the schema. */
  private static boolean is(String type, JsonNode value) {
    return switch (type) {
      case "string" -> value.isTextual();
      case "integer" -> value.isIntegralNumber();
      case "boolean" -> value.isBoolean();
      case "array" -> value.isArray();
      case "object" -> value.isObject();
      case "timestamp" -> value.isTextual() && isTimestamp(value.textValue());
      default -> true;
    };
  }

  /** RFC 3339, UTC. */
  private static boolean isTimestamp(String text) {
    try {
      return OffsetDateTime.parse(text).getOffset().equals(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static void canonical(List<Violation> violations, String name, String text) {
    String usual = OffsetDateTime.parse(text).toInstant().toString();
    if (!text.equals(usual)) {
      violations.add(Clause.EXTRAS.odd("%s is %s and not %s".formatted(name, text, usual)));
    }
  }
}
