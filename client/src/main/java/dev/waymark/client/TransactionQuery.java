package dev.waymark.client;

import java.util.Optional;

/**
 * Which transactions to list, newest first.
 *
 * @param generationId only those about this generation
 * @param pageSize entries per page, 1 to 100; 20 when left out
 * @param cursor where to go on: {@link Page#nextCursor()} of the page before
 */
public record TransactionQuery(
    Optional<TransactionType> type,
    Optional<String> generationId,
    Optional<Integer> pageSize,
    Optional<String> cursor) {

  private static final TransactionQuery ALL =
      new TransactionQuery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public TransactionQuery {
    if (type.filter(TransactionType.UNKNOWN::equals).isPresent()) {
      throw new IllegalArgumentException("UNKNOWN is not a type to ask for");
    }
    PageQuery.requireSize(pageSize);
  }

  public static TransactionQuery all() {
    return ALL;
  }

  public TransactionQuery withType(TransactionType type) {
    return new TransactionQuery(Optional.of(type), generationId, pageSize, cursor);
  }

  public TransactionQuery withGeneration(String id) {
    return new TransactionQuery(type, Optional.of(id), pageSize, cursor);
  }

  public TransactionQuery withPageSize(int pageSize) {
    return new TransactionQuery(type, generationId, Optional.of(pageSize), cursor);
  }

  public TransactionQuery withCursor(String cursor) {
    return new TransactionQuery(type, generationId, pageSize, Optional.of(cursor));
  }
}
