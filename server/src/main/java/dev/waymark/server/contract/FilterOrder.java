package dev.waymark.server.contract;

/**
 * The contract's order of checks, as the order of the filters. Route, method, media types are the
 * framework's and come before; idempotency and everything after belongs to the operation, in its
 * own transaction; only without idempotency, scope and query come before.
 */
public final class FilterOrder {
  public static final int CALL = 100;
  public static final int OPTIONS = 105;
  public static final int ADMISSION = 110;
  public static final int IDENTITY = 120;
  public static final int ROUTE = 150;
  public static final int ENTITY = 200;
  public static final int ACCESS = 300;
  public static final int RATE = 400;
  public static final int FORCED = 450;
  public static final int READABILITY = 500;
  public static final int SCOPE = 550;
  public static final int QUERY = 600;

  private FilterOrder() {}
}
