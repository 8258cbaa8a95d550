package dev.waymark.client;

import java.util.Optional;

/**
 * Which part of a list.
 *
 * @param pageSize entries per page, 1 to 100; 20 when left out
 * @param cursor where to go on: {@link Page#nextCursor()} of the page before
 */
public record PageQuery(Optional<Integer> pageSize, Optional<String> cursor) {

  private static final PageQuery ALL = new PageQuery(Optional.empty(), Optional.empty());

  public PageQuery {
    requireSize(pageSize);
  }

  public static PageQuery all() {
    return ALL;
  }

  public PageQuery withPageSize(int pageSize) {
    return new PageQuery(Optional.of(pageSize), cursor);
  }

  public PageQuery withCursor(String cursor) {
    return new PageQuery(pageSize, Optional.of(cursor));
  }

  static void requireSize(Optional<Integer> pageSize) {
    if (pageSize.filter(size -> size < 1 || size > 100).isPresent()) {
      throw new IllegalArgumentException("pageSize must be 1 to 100");
    }
  }
}
