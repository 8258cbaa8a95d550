package dev.waymark.conformance.drivers;

/** A client that can be told what to call. Safe for use by many threads. */
public interface Driver extends AutoCloseable {
  /** Its name and version, for reports. */
  String name();

  /** How many calls can be under way at once. */
  int atOnce();

  /**
   * Makes one call; comes back when that has ended.
   *
   * @throws DriverFailed if the client does not say what came of it
   */
  Told call(Order order);

  @Override
  void close();
}
