package dev.waymark.conformance.drivers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a client says that a call came to.
 *
 * @param kind in the client's own words; {@link #STOPPED} where it was told to stop
 * @param members all of it, by name, texts as they are and all else as JSON
 * @param line the same, as it came
 */
public record Told(
    Outcome outcome,
    Optional<String> code,
    Optional<Integer> status,
    Optional<String> requestId,
    Optional<String> next,
    Optional<Long> retryAfterMillis,
    String kind,
    Map<String, String> members,
    String line) {
  public static final String STOPPED = "stopped";

  /** Which of three. */
  public enum Outcome {
    SUCCESS,
    ERROR,
    /** This client has no way to make such a call. */
    UNSUPPORTED
  }

  /**
   * Reads a line of the protocol.
   *
   * @throws DriverFailed if it is none
   */
  public static Told of(JsonNode line) {
    return new Told(
        outcome(line),
        text(line, "code"),
        Optional.of(line.path("status")).filter(JsonNode::isNumber).map(JsonNode::intValue),
        text(line, "request_id"),
        text(line, "next"),
        Optional.of(line.path("retry_after_ms")).filter(JsonNode::isNumber).map(JsonNode::asLong),
        line.path("kind").asText(""),
        members(line),
        line.toString());
  }

  private static Map<String, String> members(JsonNode line) {
    Map<String, String> members = new TreeMap<>();
    line.properties()
        .forEach(member ->
            members.put(
                member.getKey(),
                member.getValue().isTextual()
                    ? member.getValue().asText()
                    : member.getValue().toString()));
    return members;
  }

  private static Outcome outcome(JsonNode line) {
    return switch (line.path("outcome").asText()) {
      case "success" -> Outcome.SUCCESS;
      case "error" -> Outcome.ERROR;
      case "unsupported" -> Outcome.UNSUPPORTED;
      default ->
          throw new DriverFailed(
              DriverFailed.Manner.RUBBISH,
              "its outcome is none of success, error and unsupported: " + Words.of(line));
    };
  }

  private static Optional<String> text(JsonNode line, String field) {
    JsonNode value = line.path(field);
    return value.isTextual() || value.isNumber()
        ? Optional.of(value.asText()).filter(text -> !text.isEmpty())
        : Optional.empty();
  }
}
