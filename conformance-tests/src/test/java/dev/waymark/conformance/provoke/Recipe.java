package dev.waymark.conformance.provoke;

import dev.waymark.conformance.wire.Exchange;
import java.util.function.Function;

/**
 * How a code is provoked on an operation that lists it.
 *
 * @param how in a few words, for people
 */
record Recipe(Means means, String how, Function<Kitchen, Exchange> cooking) {

  /** Makes the code happen and returns the answer. */
  Exchange cook(Kitchen kitchen) {
    return cooking.apply(kitchen);
  }
}
