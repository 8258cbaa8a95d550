package dev.waymark.client;

/** The error catalogue as pages for people, in HTML. Counts against no limit. */
public interface Docs {

  /** A page that leads to the page of every code. */
  String errors();

  /**
   * The page on a code, as {@link WaymarkError#docsUrl} names it. {@link InvalidRequestException}
   * with {@code ERROR_NOT_FOUND} when there is no such code.
   */
  String error(String code);
}
