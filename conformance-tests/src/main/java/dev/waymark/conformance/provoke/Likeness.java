package dev.waymark.conformance.provoke;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.contract.CatalogueRow;
import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.wire.ErrorRead;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How two answers to the same wrong call differ that differ in their rendering only: not in the
 * contract's headers, and not in what the body says. What differs from call to call is only known
 * to be there.
 */
record Likeness(Set<String> documented, Set<String> fields) {
  private static final Set<String> COMMON =
      Set.of("error", "message", "next", "docs_url", "request_id", "retry", "charge");

  /** What is the call's own, or changes while others call. */
  private static final Set<String> OF_THE_CALL =
      Set.of(
          "x-request-id",
          "x-ratelimit-remaining",
          "x-ratelimit-reset",
          "ratelimit",
          "x-credits-remaining",
          "x-concurrency-remaining",
          "expires",
          "last-modified");

  private static final Set<String> WAITS = Set.of("retry-after", "retry-after-ms");
  private static final Set<String> WITH_THE_WAIT = Set.of("message", "next", "retry");
  private static final String VOLATILE =
      "(req|gen|out|key|acc)_[0-9A-Za-z_-]{20,}|\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z"
          + "|max-age=\\d+|cursor=[^&>;]+";

  static Likeness of(Contract contract) {
    return new Likeness(
        contract.operations().stream()
            .flatMap(operation -> operation.responses().stream())
            .flatMap(response -> response.node().path("headers").properties().stream())
            .map(header -> header.getKey().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet()),
        Stream.concat(
                COMMON.stream(),
                contract.catalogue().stream()
                    .flatMap(row -> row.extras().stream())
                    .map(CatalogueRow.Extra::name))
            .collect(Collectors.toSet()));
  }

  /**
   * What is different in the other one, in words.
   *
   * @param wanted what was asked for there
   * @param isTimed whether each call is told its own time to wait
   */
  List<String> differences(Exchange one, Exchange other, Shape wanted, boolean isTimed) {
    List<String> differences = new ArrayList<>();
    if (!Shape.of(other).filter(wanted::equals).isPresent()) {
      differences.add(
          "%s was asked for, and %s came".formatted(wanted.mediaType(), other.mediaType()));
    }
    if (one.status() != other.status()) {
      differences.add("the status is %d".formatted(other.status()));
    }
    compare(differences, "the header ", headers(one, isTimed), headers(other, isTimed));
    if (wanted != Shape.PLAIN) {
      compare(differences, "the field ", fields(one, isTimed), fields(other, isTimed));
    }
    return differences;
  }

  /** As above, for the answer to HEAD, which has no body. */
  List<String> differencesOfHead(Exchange one, Exchange head, boolean isTimed) {
    List<String> differences = new ArrayList<>();
    if (one.status() != head.status()) {
      differences.add("the status of HEAD is %d".formatted(head.status()));
    }
    compare(differences, "HEAD: the header ", headers(one, isTimed), headers(head, isTimed));
    return differences;
  }

  private static void compare(
      List<String> differences, String what, Map<String, String> one, Map<String, String> other) {
    one.forEach((name, value) -> {
      String found = other.getOrDefault(name, "missing");
      if (!found.equals(value)) {
        differences.add("%s%s is %s, not %s".formatted(what, name, found, value));
      }
    });
    other.keySet().stream()
        .filter(name -> !one.containsKey(name))
        .forEach(name -> differences.add("%s%s is only here".formatted(what, name)));
  }

  private Map<String, String> headers(Exchange exchange, boolean isTimed) {
    Map<String, String> kept = new TreeMap<>();
    exchange
        .headers()
        .map()
        .forEach((name, values) -> {
          String lower = name.toLowerCase(Locale.ROOT);
          if (documented.contains(lower)) {
            boolean changes = OF_THE_CALL.contains(lower) || (isTimed && WAITS.contains(lower));
            kept.put(lower, changes ? "there" : steady(String.join(", ", values)));
          }
        });
    return kept;
  }

  /** Those of the contract; where a server has more, each shape has its own place for them. */
  private Map<String, String> fields(Exchange exchange, boolean isTimed) {
    Map<String, String> told = new TreeMap<>();
    ErrorRead.of(exchange)
        .ifPresent(read ->
            read.error().properties().stream()
                .filter(field -> fields.contains(field.getKey()))
                .forEach(field ->
                    told.put(
                        field.getKey(),
                        isTimed && WITH_THE_WAIT.contains(field.getKey())
                            ? "there"
                            : said(field.getValue()))));
    return told;
  }

  private static String said(JsonNode value) {
    return steady(value.toString());
  }

  private static String steady(String text) {
    return text.replaceAll(VOLATILE, "…");
  }
}
