package dev.waymark.client;

import java.util.stream.Stream;

/**
 * The server's error catalogue, as data. Counts against no limit. {@link
 * dev.waymark.errors.ErrorCode} is the catalogue as it was when this client was built.
 */
public interface ErrorCatalogue {

  /** The first codes, a page of them. */
  default Page<ErrorDescription> list() {
    return list(PageQuery.all());
  }

  /** One page, in the catalogue's order. */
  Page<ErrorDescription> list(PageQuery query);

  /** The entries of all pages from the query's on. A page is fetched when the stream gets to it. */
  Stream<ErrorDescription> stream(PageQuery query);

  /** {@link InvalidRequestException} with {@code ERROR_NOT_FOUND} when there is no such code. */
  ErrorDescription get(String code);
}
