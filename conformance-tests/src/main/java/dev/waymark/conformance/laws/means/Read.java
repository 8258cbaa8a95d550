package dev.waymark.conformance.laws.means;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.suite.Broken;
import dev.waymark.conformance.wire.Exchange;
import java.util.List;

/** Reads answers that may be anything: what cannot be read is the server's fault. */
public final class Read {
  private Read() {}

  /**
   * A header that is a whole number.
   *
   * @throws Broken if it is not there, or none
   */
  public static long number(Exchange exchange, String header) {
    String value = exchange.header(header).orElse("absent");
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw new Broken("%s of %s is %s".formatted(header, said(exchange), value));
    }
  }

  /**
   * The body.
   *
   * @throws Broken if there is none, or it is no JSON
   */
  public static JsonNode json(Exchange exchange) {
    if (!exchange.hasJson()) {
      throw new Broken("no JSON came with " + said(exchange));
    }
    return exchange.json();
  }

  public static String text(Exchange exchange, String pointer) {
    return json(exchange).at(pointer).asText();
  }

  /** The entries of a page. */
  public static List<JsonNode> data(Exchange exchange) {
    return json(exchange).path("data").valueStream().toList();
  }

  /**
   * The answer, if it has this status.
   *
   * @throws Broken if it has another one
   */
  public static Exchange expect(int status, Exchange exchange) {
    if (exchange.status() != status) {
      throw new Broken(said(exchange) + " where " + status + " is due");
    }
    return exchange;
  }

  /** An answer in a few words. */
  public static String said(Exchange exchange) {
    return "%s: %d %s".formatted(exchange.request(), exchange.status(), exchange.code()).strip();
  }
}
