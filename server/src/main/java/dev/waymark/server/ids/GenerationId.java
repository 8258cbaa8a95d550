package dev.waymark.server.ids;

import java.time.Instant;

/** The id of a generation: {@code gen_} and 26 characters that sort by the time they were made. */
public record GenerationId(String value) {
  public GenerationId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("an id is never blank");
    }
  }

  /** The lowest id that can be minted at that time or later. Ids compare as their characters do. */
  public static GenerationId lowestFrom(Instant time) {
    return new GenerationId("gen_" + RequestId.lowestFrom(time).value().substring("req_".length()));
  }

  @Override
  public String toString() {
    return value;
  }
}
