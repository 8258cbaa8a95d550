package dev.waymark.server.ids;

/** The id of a generation: {@code gen_} and 26 characters that sort by the time they were made. */
public record GenerationId(String value) {
  public GenerationId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("an id is never blank");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
