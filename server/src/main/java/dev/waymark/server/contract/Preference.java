package dev.waymark.server.contract;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a caller's {@code Accept} says about renderings of errors, apart from what it says about
 * successes. Only types that are named themselves count: a caller that sends a wildcard has not
 * thought of errors.
 */
final class Preference {
  private static final int NOT_NAMED = -1;
  private static final List<Rendering> SPECIAL =
      Arrays.stream(Rendering.values()).filter(rendering -> rendering != Rendering.NATIVE).toList();

  private final Accept accept;
  private final Accept forSuccess;

  Preference(Accept accept) {
    this.accept = accept;
    this.forSuccess =
        accept.without(mediaType ->
            SPECIAL.stream().anyMatch(special -> special.mediaType().equals(mediaType)));
  }

  /**
   * How an error is rendered for this caller: in the special type of the greatest weight; natively
   * where {@code application/json} has more than all special types that are named beside it; else
   * as its key is pinned. No special type is preferred if several share the greatest weight, and
   * what has {@code q=0} is not given to anyone.
   */
  Rendering rendering(Rendering pinned) {
    return named().orElse(weight(pinned) == 0 ? Rendering.NATIVE : pinned);
  }

  /** What is left of {@code Accept} for a success. */
  Accept forSuccess() {
    return forSuccess;
  }

  private Optional<Rendering> named() {
    int heaviest = SPECIAL.stream().mapToInt(this::weight).max().orElse(NOT_NAMED);
    if (heaviest != NOT_NAMED && weight(Rendering.NATIVE) > heaviest) {
      return Optional.of(Rendering.NATIVE);
    }
    List<Rendering> named =
        SPECIAL.stream().filter(special -> weight(special) == heaviest).toList();
    return heaviest > 0 && named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
  }

  /** Tells a type that is not named from one that is refused. */
  private int weight(Rendering rendering) {
    return accept.weightOf(rendering.mediaType()).orElse(NOT_NAMED);
  }
}
