package dev.waymark.client;

import java.util.List;
import java.util.Optional;

/** A part of a list; {@code nextCursor} leads to the next part and is empty on the last one. */
public record Page<T>(List<T> entries, Optional<String> nextCursor) {

  public Page {
    entries = List.copyOf(entries);
  }
}
