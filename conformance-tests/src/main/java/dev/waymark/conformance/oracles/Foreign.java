package dev.waymark.conformance.oracles;

import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.wire.Exchange;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Headers that an answer does not document. A header that the contract gives a meaning misleads
 * where it does not belong, so it is broken; one that callers have no use for is odd. What HTTP
 * itself and browsers ask for is neither.
 *
 * @param ours the names of the contract's own headers, in small letters
 */
record Foreign(Set<String> ours) {
  private static final Set<String> PLAIN_HTTP =
      Set.of(
          "connection",
          "content-length",
          "content-type",
          "date",
          "transfer-encoding",
          "vary",
          "x-content-type-options");

  /** Of HTTP at large: servers and proxies send them on their own, and they promise nothing. */
  private static final Set<String> AT_LARGE =
      Set.of(
          "accept-ranges",
          "cache-control",
          "content-security-policy",
          "etag",
          "expires",
          "last-modified");

  private static final String CROSS_ORIGIN = "access-control-";

  /** An answer that may be kept by others, or given again without asking. */
  private static final Pattern KEPT =
      Pattern.compile("(?i).*\\b(public|immutable|s-maxage=[1-9]|max-age=[1-9]).*");

  static Foreign to(Contract contract) {
    Set<String> ours = new TreeSet<>();
    Stream.concat(
            contract.operations().stream()
                .flatMap(operation -> operation.responses().stream())
                .map(response -> response.node()),
            contract.document().at("/components/responses").valueStream())
        .flatMap(response -> response.path("headers").properties().stream())
        .forEach(header -> ours.add(header.getKey().toLowerCase(Locale.ROOT)));
    return new Foreign(ours);
  }

  /** {@code name} in small letters. */
  Optional<Violation> violation(String name, Exchange exchange) {
    if (PLAIN_HTTP.contains(name)
        || (name.startsWith(CROSS_ORIGIN) && exchange.request().has("Origin"))) {
      return Optional.empty();
    }
    String how = "the header " + name + " is not documented here";
    return Optional.of(
        ours.contains(name) && !isAtLarge(name, exchange)
            ? Clause.ofHeader(name).broken(how)
            : Clause.HEADERS.odd(how));
  }

  /** What nobody has said may be kept goes wrong when it is. */
  private static boolean isAtLarge(String name, Exchange exchange) {
    return AT_LARGE.contains(name)
        && exchange.headers().allValues(name).stream()
            .noneMatch(value -> name.equals("cache-control") && KEPT.matcher(value).matches());
  }
}
