package dev.waymark.client;

import java.util.Locale;
import java.util.Optional;

/**
 * An awaited generation has ended without an output: it failed, expired or was cancelled. It has
 * cost nothing.
 */
public final class GenerationFailedException extends WaymarkException {

  private static final long serialVersionUID = 1L;

  private final transient Generation generation;

  GenerationFailedException(Generation generation) {
    super(
        "Generation %s is %s. %s"
            .formatted(
                generation.id(),
                generation.status().name().toLowerCase(Locale.ROOT),
                generation.error().map(WaymarkError::sentence).orElse(""))
            .strip(),
        ONE,
        null);
    this.generation = generation;
    about(generation.id());
  }

  @Override
  public String code() {
    return error().map(WaymarkError::code).orElse("GENERATION_CANCELLED");
  }

  @Override
  public String next() {
    return error().map(WaymarkError::next).orElse("Start it anew if it is still wanted.");
  }

  @Override
  public Optional<String> requestId() {
    return error().flatMap(WaymarkError::requestId);
  }

  /** As it ended. */
  public Generation generation() {
    return generation;
  }

  /**
   * Why it failed or expired: code, next, request id, retry, charge. Empty when it was cancelled.
   */
  public Optional<WaymarkError> error() {
    return generation.error();
  }
}
