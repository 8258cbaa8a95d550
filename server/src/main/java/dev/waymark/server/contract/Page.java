package dev.waymark.server.contract;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One page of a list, and where the next one begins. */
public record Page<T>(List<T> entries, Optional<Cursor> next) {
  public Page {
    entries = List.copyOf(entries);
  }

  /**
   * The page out of what a store found when it was asked for one entry more than the page holds:
   * the further entry tells that there is a next page.
   */
  public static <T> Page<T> of(List<T> found, int limit, Function<T, String> key) {
    if (found.size() <= limit) {
      return new Page<>(found, Optional.empty());
    }
    List<T> entries = found.subList(0, limit);
    return new Page<>(entries, Optional.of(new Cursor(key.apply(entries.getLast()))));
  }

  /**
   * The page of a list in memory whose entries have distinct keys; an unknown cursor starts behind
   * nothing.
   */
  public static <T> Page<T> of(
      List<T> all, int limit, Optional<Cursor> after, Function<T, String> key) {
    int from =
        after.map(cursor -> all.stream().map(key).toList().indexOf(cursor.key()) + 1).orElse(0);
    if (after.isPresent() && from == 0) {
      throw Cursor.unreadable();
    }
    return of(all.subList(from, Math.min(all.size(), from + limit + 1)), limit, key);
  }
}
