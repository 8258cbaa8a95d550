package dev.waymark.client;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A part of a list; {@code nextCursor} leads to the next part and is empty on the last one. */
public record Page<T>(List<T> entries, Optional<String> nextCursor) {

  public Page {
    entries = List.copyOf(entries);
  }

  static <W, T> Page<T> of(
      @Nullable List<W> data, @Nullable String nextCursor, Function<W, T> reading) {
    List<T> entries = Required.field(data, "data").stream().map(reading).toList();
    return new Page<>(entries, Optional.ofNullable(nextCursor));
  }
}
