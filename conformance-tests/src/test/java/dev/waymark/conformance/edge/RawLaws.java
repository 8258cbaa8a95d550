package dev.waymark.conformance.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.conformance.contract.Contract;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What holds of every answer that leaves the server, whatever it answers. Knows every id it saw.
 */
final class RawLaws {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> OF_ERRORS =
      List.of("X-Error-Code", "X-Should-Retry", "Link", "Vary");

  private final Contract contract = Contract.read();
  private final Set<String> requestIds = ConcurrentHashMap.newKeySet();

  /** Fails with everything that is wrong. */
  void require(RawAnswer answer) {
    List<String> violations = violations(answer);
    if (!violations.isEmpty()) {
      throw new AssertionError(String.join("; ", violations) + ": " + answer);
    }
  }

  List<String> violations(RawAnswer answer) {
    List<String> violations = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Map.Entry<String, String> header : answer.headers()) {
      if (!names.add(header.getKey())) {
        violations.add(header.getKey() + " is there twice");
      }
    }
    String id = answer.header("X-Request-Id").orElse("");
    if (!id.matches("req_[0-9A-Z]{26}") || !requestIds.add(id)) {
      violations.add("X-Request-Id is missing, or not new: " + id);
    }
    if (answer.status() == 500) {
      violations.add("the server failed");
    }
    if (answer.status() >= 400) {
      violations.addAll(ofError(answer));
    }
    return violations;
  }

  private List<String> ofError(RawAnswer answer) {
    List<String> violations = new ArrayList<>();
    for (String name : OF_ERRORS) {
      if (answer.header(name).isEmpty()) {
        violations.add(name + " is missing");
      }
    }
    if (contract.catalogue().stream()
        .noneMatch(row -> row.code().equals(answer.code()) && row.status() == answer.status())) {
      violations.add("no code of this status");
    }
    if (answer.status() == 503 && answer.header("Retry-After").isEmpty()) {
      violations.add("Retry-After is missing");
    }
    if (!answer.body().isEmpty()) {
      violations.addAll(ofBody(answer));
    } else if (!answer.header("Content-Type").orElse("").contains("json")) {
      violations.add("not even the media type of a body");
    }
    return violations;
  }

  private static List<String> ofBody(RawAnswer answer) {
    String type = answer.header("Content-Type").orElse("");
    JsonNode body;
    try {
      body = JSON.readTree(answer.body());
    } catch (IOException e) {
      return List.of("the body is no JSON");
    }
    boolean same =
        !type.equals("application/json")
            || (body.path("error").asText().equals(answer.code())
                && body.path("request_id").asText().equals(answer.header("X-Request-Id").orElse(""))
                && body.path("docs_url").asText().endsWith(answer.code())
                && body.path("retry").has("strategy")
                && body.path("next").asText().length() > 5);
    return type.contains("json") && body.isObject() && same
        ? List.of()
        : List.of("the body is no error of the contract");
  }
}
