package dev.waymark.conformance.reports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.conformance.obligations.Obligation;
import dev.waymark.conformance.obligations.Obligations;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;

/** {@code obligations.json}: a list, one obligation a line. */
public final class ObligationList {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ObligationList() {}

  public static String of(Obligations obligations) {
    return obligations.all().stream()
        .map(ObligationList::line)
        .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
  }

  private static String line(Obligation one) {
    ObjectNode node =
        JSON.createObjectNode()
            .put("id", one.id())
            .put("claim", one.claim().slug())
            .put("level", one.level().name())
            .put("subject", one.subject())
            .put("promise", one.promise())
            .put("source", one.source())
            .put("oracle", one.oracle());
    try {
      return JSON.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
