package dev.waymark.client;

import java.time.Instant;
import java.util.Optional;

/**
 * Which of the account's own calls to list, newest first.
 *
 * @param from only calls that came at or after this time
 * @param until only calls that came before this time
 * @param code only calls that ended with this error code
 * @param status only calls that ended with this HTTP status
 * @param keyId only calls that were made with this key
 * @param route only calls of this route, written as {@link RequestRecord#route} has it
 * @param pageSize entries per page, 1 to 100; 20 when left out
 * @param cursor where to go on: {@link Page#nextCursor()} of the page before
 */
public record RequestQuery(
    Optional<Instant> from,
    Optional<Instant> until,
    Optional<String> code,
    Optional<Integer> status,
    Optional<String> keyId,
    Optional<String> route,
    Optional<Integer> pageSize,
    Optional<String> cursor) {

  private static final RequestQuery ALL =
      new RequestQuery(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public RequestQuery {
    PageQuery.requireSize(pageSize);
  }

  public static RequestQuery all() {
    return ALL;
  }

  public RequestQuery withFrom(Instant from) {
    return new RequestQuery(Optional.of(from), until, code, status, keyId, route, pageSize, cursor);
  }

  public RequestQuery withUntil(Instant until) {
    return new RequestQuery(from, Optional.of(until), code, status, keyId, route, pageSize, cursor);
  }

  public RequestQuery withCode(String code) {
    return new RequestQuery(from, until, Optional.of(code), status, keyId, route, pageSize, cursor);
  }

  public RequestQuery withStatus(int status) {
    return new RequestQuery(from, until, code, Optional.of(status), keyId, route, pageSize, cursor);
  }

  public RequestQuery withKey(String id) {
    return new RequestQuery(from, until, code, status, Optional.of(id), route, pageSize, cursor);
  }

  public RequestQuery withRoute(String route) {
    return new RequestQuery(from, until, code, status, keyId, Optional.of(route), pageSize, cursor);
  }

  public RequestQuery withPageSize(int pageSize) {
    return new RequestQuery(from, until, code, status, keyId, route, Optional.of(pageSize), cursor);
  }

  public RequestQuery withCursor(String cursor) {
    return new RequestQuery(from, until, code, status, keyId, route, pageSize, Optional.of(cursor));
  }
}
