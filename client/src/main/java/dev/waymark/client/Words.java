package dev.waymark.client;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sets of words that keep their order, as the wire has them. */
final class Words {

  private Words() {}

  static <T> Set<T> copy(Collection<T> words) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(words));
  }

  static <W, T> Set<T> each(Collection<W> words, Function<W, T> reading) {
    return copy(words.stream().map(reading).toList());
  }

  static Optional<Set<String>> ofNullable(@Nullable Collection<String> words) {
    return Optional.ofNullable(words).map(Words::copy);
  }
}
