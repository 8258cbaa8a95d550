package dev.waymark.client;

import java.util.Optional;

/**
 * Which generations to list, newest first.
 *
 * @param pageSize entries per page, 1 to 100; 20 when left out
 * @param cursor where to go on: {@link Page#nextCursor()} of the page before
 */
public record GenerationQuery(
    Optional<GenerationStatus> status, Optional<Integer> pageSize, Optional<String> cursor) {

  private static final GenerationQuery ALL =
      new GenerationQuery(Optional.empty(), Optional.empty(), Optional.empty());

  public GenerationQuery {
    if (status.filter(GenerationStatus.UNKNOWN::equals).isPresent()) {
      throw new IllegalArgumentException("UNKNOWN is not a status to ask for");
    }
    if (pageSize.filter(size -> size < 1 || size > 100).isPresent()) {
      throw new IllegalArgumentException("pageSize must be 1 to 100");
    }
  }

  public static GenerationQuery all() {
    return ALL;
  }

  public GenerationQuery withStatus(GenerationStatus status) {
    return new GenerationQuery(Optional.of(status), pageSize, cursor);
  }

  public GenerationQuery withPageSize(int pageSize) {
    return new GenerationQuery(status, Optional.of(pageSize), cursor);
  }

  public GenerationQuery withCursor(String cursor) {
    return new GenerationQuery(status, pageSize, Optional.of(cursor));
  }
}
