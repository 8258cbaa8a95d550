package dev.waymark.client;

import java.util.stream.Stream;

/** Looks up the account's own calls of the last 30 days; one shows up within a second. */
public interface Requests {

  /**
   * What became of a call, by the id that every answer and every {@link WaymarkException} carries.
   * {@link InvalidRequestException} with {@code REQUEST_NOT_FOUND} when the account made no such.
   */
  RequestRecord get(String id);

  /** The newest calls, a page of them. */
  default Page<RequestRecord> list() {
    return list(RequestQuery.all());
  }

  /**
   * One page. It looks at a bounded number of calls: where few match, it can be empty and name a
   * next page all the same, in which the search goes on.
   */
  Page<RequestRecord> list(RequestQuery query);

  /** The entries of all pages from the query's on. A page is fetched when the stream gets to it. */
  Stream<RequestRecord> stream(RequestQuery query);
}
