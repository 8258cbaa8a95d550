package dev.waymark.conformance.contract;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An example of a response.
 *
 * @param name empty for the only example of its media type
 */
public record ResponseExample(Response response, String mediaType, String name, JsonNode value) {
  @Override
  public String toString() {
    return name.isEmpty() ? response + " " + mediaType : response + " " + name;
  }
}
