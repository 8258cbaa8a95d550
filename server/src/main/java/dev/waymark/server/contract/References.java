package dev.waymark.server.contract;

import com.fasterxml.jackson.databind.JsonNode;

/** Follows the references within a document. */
final class References {
  private References() {}

  /** The node itself, or what it refers to. */
  static JsonNode resolved(JsonNode document, JsonNode node) {
    JsonNode reference = node.path("$ref");
    return reference.isMissingNode() ? node : document.at(reference.asText().substring(1));
  }
}
