package dev.waymark.conformance.oracles;

import dev.waymark.conformance.wire.ErrorRead;
import dev.waymark.conformance.wire.Exchange;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An error leads to the page on its code at the host that was called, in the header as in the body;
 * and it says which headers of the request its rendering went by.
 */
final class HelpLaws {
  private static final Pattern HELP = Pattern.compile("<([^>]+)>; rel=\"help\"");
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private HelpLaws() {}

  static List<Violation> violations(Optional<ErrorRead> read, Exchange exchange) {
    List<Violation> violations = new ArrayList<>();
    Matcher link = HELP.matcher(exchange.header("Link").orElse(""));
    if (link.matches()) {
      violations.addAll(address(link.group(1), exchange));
      read.filter(ErrorRead::hasFields)
          .map(error -> error.error().path("docs_url").asText())
          .filter(docs -> !docs.equals(link.group(1)))
          .ifPresent(docs ->
              violations.add(Clause.HELP.broken("docs_url is not what Link says: " + docs)));
    } else {
      violations.add(Clause.HELP.broken("Link is not the one help"));
    }
    if (!varying(exchange).containsAll(Set.of("accept", "authorization"))) {
      violations.add(Clause.HELP.broken("Vary does not name Accept and Authorization"));
    }
    return violations;
  }

  private static List<Violation> address(String docs, Exchange exchange) {
    URI address = URI.create(docs);
    List<Violation> violations = new ArrayList<>();
    if (!docs.endsWith("/docs/errors/" + exchange.code()) || address.getQuery() != null) {
      violations.add(Clause.HELP.broken("Link does not lead to the page on " + exchange.code()));
    }
    if (!isCalled(address, exchange)) {
      violations.add(
          Clause.HELP.broken("Link leads to another host than the one that was called: " + docs));
    }
    return violations;
  }

  /** The host that the request names, or the server's own where it names none that can be read. */
  private static boolean isCalled(URI address, Exchange exchange) {
    String authority = String.valueOf(address.getAuthority());
    URI server = exchange.server();
    boolean own =
        address.getPort() == server.getPort()
            && LOOPBACK.contains(String.valueOf(address.getHost()));
    return own || exchange.request().value("Host").filter(authority::equals).isPresent();
  }

  private static Set<String> varying(Exchange exchange) {
    return exchange.headers().allValues("Vary").stream()
        .flatMap(line -> Arrays.stream(line.split(",")))
        .map(name -> name.strip().toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }
}
