package dev.waymark.client;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A list that is asked for by the size of its pages and a cursor alone. */
final class Listing<T> {

  private final Fetch<T> fetch;

  Listing(Fetch<T> fetch) {
    this.fetch = fetch;
  }

  /** Calls for one page; null stands for what the server does by itself. */
  @FunctionalInterface
  interface Fetch<T> {
    Page<T> page(@Nullable Integer size, @Nullable String cursor);
  }

  Page<T> page(PageQuery query) {
    return page(query, query.cursor());
  }

  /** The entries of this page and of all after it. */
  Stream<T> stream(PageQuery query) {
    return Pages.from(query.cursor(), cursor -> page(query, cursor));
  }

  private Page<T> page(PageQuery query, Optional<String> cursor) {
    return fetch.page(query.pageSize().orElse(null), cursor.orElse(null));
  }
}
