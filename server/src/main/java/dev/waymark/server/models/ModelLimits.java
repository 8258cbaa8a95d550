package dev.waymark.server.models;

/** The limits of one generation: its prompt, in Unicode code points, and the provider's time. */
public record ModelLimits(int promptCharacters, int timeoutSeconds) {
  public ModelLimits {
    if (promptCharacters < 1 || timeoutSeconds < 1) {
      throw new IllegalArgumentException("the limits of a model are at least 1");
    }
  }
}
