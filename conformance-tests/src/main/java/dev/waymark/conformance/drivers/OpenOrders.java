package dev.waymark.conformance.drivers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Orders that a program has not answered yet, and those that it answered too late. */
final class OpenOrders {
  private final Map<String, CompletableFuture<JsonNode>> open = new ConcurrentHashMap<>();
  private final Set<String> givenUp = ConcurrentHashMap.newKeySet();

  CompletableFuture<JsonNode> opened(String id) {
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    open.put(id, answer);
    return answer;
  }

  void closed(String id) {
    open.remove(id);
  }

  /** How many were given up by now. */
  int giveUp(String id) {
    givenUp.add(id);
    return givenUp.size();
  }

  /** Whether anybody waits for it, or did. */
  boolean answered(String id, JsonNode said) {
    CompletableFuture<JsonNode> answer = open.get(id);
    if (answer != null) {
      answer.complete(said);
    }
    return answer != null || givenUp.contains(id);
  }

  /** In the alphabet's order. */
  List<String> ids() {
    return open.keySet().stream().sorted().toList();
  }

  void fail(DriverFailed failure) {
    open.values().forEach(answer -> answer.completeExceptionally(failure));
  }
}
