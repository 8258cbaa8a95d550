package dev.waymark.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One parameter of an operation, with the schema that its value must keep.
 *
 * @param example a value that the contract shows; empty if it shows none
 */
record Parameter(String name, In in, boolean integer, JsonSchema schema, String example) {
  // Longer digits than any limit of the contract; keeps the parsing of hostile input cheap.
  private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,30}");

  // Lists by their own definition (RFC 7240, RFC 9110), so several lines are one list.
  private static final Set<String> LIST_HEADERS = Set.of("Prefer", "If-None-Match");

  // What has an effect for few callers cannot be wrong for all others: it is judged where it has
  // one.
  private static final Set<String> OF_FEW = Set.of("X-Test-Error");

  enum In {
    PATH,
    QUERY,
    HEADER
  }

  /** Whether a second line of this header contradicts the first, as with every header of ours. */
  boolean singleValue() {
    return LIST_HEADERS.stream().noneMatch(name::equalsIgnoreCase);
  }

  /** Whether the parameter concerns every caller, so that any of them can get it wrong. */
  boolean concernsAll() {
    return OF_FEW.stream().noneMatch(name::equalsIgnoreCase);
  }

  boolean isCursor() {
    return in == In.QUERY && name.equals("cursor");
  }

  List<Fault> check(String value) {
    return schema.check(node(value));
  }

  private JsonNode node(String value) {
    return integer && INTEGER.matcher(value).matches()
        ? BigIntegerNode.valueOf(new BigInteger(value))
        : TextNode.valueOf(value);
  }
}
