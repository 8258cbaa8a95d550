package dev.waymark.conformance.secrets;

/** A key. What prints it prints no secret. */
public record Secret(String value) {
  public Secret {
    if (value.isBlank()) {
      throw new IllegalArgumentException("A key is not blank");
    }
  }

  @Override
  public String toString() {
    return "(secret)";
  }
}
