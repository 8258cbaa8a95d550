package dev.waymark.client;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The entries of all pages; a page is fetched when its first entry is wanted. */
final class Pages<T> implements Iterator<T> {

  private final Function<Optional<String>, Page<T>> fetch;
  private Iterator<T> entries = Collections.emptyIterator();
  private Optional<String> cursor;
  private boolean more = true;

  private Pages(Optional<String> start, Function<Optional<String>, Page<T>> fetch) {
    this.cursor = start;
    this.fetch = fetch;
  }

  static <T> Stream<T> from(Optional<String> start, Function<Optional<String>, Page<T>> fetch) {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(
            new Pages<>(start, fetch), Spliterator.ORDERED | Spliterator.NONNULL),
        false);
  }

  @Override
  public boolean hasNext() {
    while (more && !entries.hasNext()) {
      Page<T> page = fetch.apply(cursor);
      if (page.nextCursor().isPresent() && page.nextCursor().equals(cursor)) {
        throw new IllegalStateException(
            "The list does not end: the server gave the same next_cursor twice.");
      }
      entries = page.entries().iterator();
      cursor = page.nextCursor();
      more = cursor.isPresent();
    }
    return entries.hasNext();
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return entries.next();
  }
}
