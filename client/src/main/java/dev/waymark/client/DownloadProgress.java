package dev.waymark.client;

import java.util.OptionalLong;

/** Is told how a download goes on, on the thread that downloads and after every piece. */
@FunctionalInterface
public interface DownloadProgress {

  /**
   * A piece has arrived.
   *
   * @param bytes there so far, those of an earlier and broken off download included
   * @param total of the whole output; empty while the server has not said
   */
  void at(long bytes, OptionalLong total);

  /** Is told and does nothing. */
  static DownloadProgress ignored() {
    return (bytes, total) -> {};
  }
}
