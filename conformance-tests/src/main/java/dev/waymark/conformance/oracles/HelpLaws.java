package dev.waymark.conformance.oracles;

import dev.waymark.conformance.wire.Exchange;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An error leads to the page on its code, in the header as in the body; and it says which headers
 * of the request its rendering went by.
 */
final class HelpLaws {
  /** An entry of Link: its address and its parameters (RFC 8288). */
  private static final Pattern LINK = Pattern.compile("<([^>]*)>([^<]*)");

  private static final Pattern HELP = Pattern.compile("(?i);\\s*rel=\"?help\"?\\s*(?=[;,]|$)");
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private HelpLaws() {}

  static List<Violation> violations(Answer answer) {
    Exchange exchange = answer.exchange();
    List<Violation> violations = new ArrayList<>();
    Optional<String> link = help(exchange);
    if (link.isEmpty()) {
      violations.add(Clause.HELP.broken("Link leads to no help"));
    }
    link.ifPresent(docs -> address(violations, docs, answer));
    answer
        .fields()
        .map(read -> read.error().path("docs_url").asText())
        .filter(docs -> link.isPresent() && !docs.equals(link.get()))
        .ifPresent(
            docs -> violations.add(Clause.HELP.broken("docs_url is not what Link says: " + docs)));
    Set<String> varying =
        ErrorCheck.list(exchange, "Vary").stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    if (!varying.contains("*") && !varying.containsAll(Set.of("accept", "authorization"))) {
      violations.add(Clause.HELP.broken("Vary does not name Accept and Authorization"));
    }
    return violations;
  }

  private static Optional<String> help(Exchange exchange) {
    return exchange.headers().allValues("Link").stream()
        .flatMap(line -> LINK.matcher(line).results())
        .filter(entry -> HELP.matcher(entry.group(2)).find())
        .map(entry -> entry.group(1))
        .findFirst();
  }

  /**
   * Another host is odd and no more: a server may have an address of its own for people. It must be
   * an address and the code's page, though.
   */
  private static void address(List<Violation> violations, String docs, Answer answer) {
    Optional<URI> address = uri(docs);
    String path = address.map(URI::getPath).orElse("");
    if (!path.endsWith("/docs/errors/" + answer.code())) {
      violations.add(Clause.HELP.broken("Link does not lead to the page on " + answer.code()));
    } else if (docs.indexOf('?') >= 0 || docs.indexOf('#') >= 0) {
      violations.add(Clause.HELP.odd("Link leads to more than the page: " + docs));
    }
    if (address.filter(known -> !isCalled(known, answer.exchange())).isPresent()) {
      violations.add(
          Clause.HELP.odd("Link leads to another host than the one that was called: " + docs));
    }
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(new URI(text)).filter(uri -> uri.getPath() != null);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** The host that the request names, or the server's own where it names none that can be read. */
  private static boolean isCalled(URI address, Exchange exchange) {
    String authority = String.valueOf(address.getAuthority());
    URI server = exchange.server();
    boolean own =
        address.getPort() == server.getPort()
            && (LOOPBACK.contains(String.valueOf(address.getHost()))
                || authority.equals(server.getAuthority()));
    return own || exchange.request().value("Host").filter(authority::equals).isPresent();
  }
}
