package dev.waymark.conformance.mutants;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.conformance.filter.Behind;
import dev.waymark.conformance.filter.Filter;
import dev.waymark.conformance.wire.Request;
import java.util.List;
import java.util.function.UnaryOperator;

/** Lists that are not whole, not in order or not what was asked for. */
final class WrongLists {
  private WrongLists() {}

  static List<Mutant> all() {
    return List.of(
        page(
            "catalogue-lacks-a-code",
            "The catalogue has no RATE_LIMIT.",
            "listErrors",
            page -> keeping(page, row -> !row.path("error").asText().equals("RATE_LIMIT"))),
        page(
            "catalogue-with-another-status",
            "The catalogue says that OVERLOADED is 500.",
            "listErrors",
            WrongLists::overloadAs500),
        page(
            "last-page-first",
            "Generations are listed oldest first.",
            "listGenerations",
            WrongLists::reversed),
        page(
            "list-ends-early",
            "No list of transactions has a next page.",
            "listTransactions",
            page -> page.without("next_cursor")),
        Mutant.remembering(
            "cursor-ignored", "Every page is the first one.", () -> without("cursor")),
        Mutant.remembering(
            "page-size-ignored", "A page is as long as ever.", () -> without("limit")));
  }

  private static Mutant page(
      String name, String does, String operation, UnaryOperator<ObjectNode> change) {
    return Mutant.of(
        name,
        does,
        (asked, answer) ->
            Calls.is(asked, operation) && answer.status() == 200
                ? answer.withJson(change)
                : answer);
  }

  private static Filter without(String parameter) {
    return new Filter() {
      @Override
      public Request ask(Request asked, Behind behind) {
        String target =
            asked
                .target()
                .replaceFirst("([?&])" + parameter + "=[0-9A-Za-z_-]{1,256}(?:&|$)", "$1")
                .replaceFirst("[?&]$", "");
        return target.equals(asked.target()) ? asked : asked.withTarget(target);
      }
    };
  }

  private static ObjectNode keeping(
      ObjectNode page, java.util.function.Predicate<JsonNode> wanted) {
    ArrayNode kept = page.arrayNode();
    page.path("data").valueStream().filter(wanted).forEach(kept::add);
    page.set("data", kept);
    return page;
  }

  private static ObjectNode overloadAs500(ObjectNode page) {
    page.path("data")
        .valueStream()
        .filter(row -> row.path("error").asText().equals("OVERLOADED"))
        .forEach(row -> ((ObjectNode) row).put("status", 500));
    return page;
  }

  private static ObjectNode reversed(ObjectNode page) {
    List<JsonNode> entries = page.path("data").valueStream().toList().reversed();
    page.putArray("data").addAll(entries);
    return page;
  }
}
