package dev.waymark.client;

import java.util.OptionalLong;

/**
 * Is told how a download goes on, on the thread that downloads, after every piece and last when all
 * is there. What it throws ends the download.
 */
@FunctionalInterface
public interface DownloadProgress {

  /**
   * A piece has arrived. Never less than before, also where the server begins again; only if the
   * output turns out to be of another length than before, it begins anew.
   *
   * @param bytes there so far, those of an earlier and broken off download included
   * @param total of the whole output; empty while the server has not said, and {@code bytes} in the
   *     end
   */
  void at(long bytes, OptionalLong total);

  /** Is told and does nothing. */
  static DownloadProgress ignored() {
    return (bytes, total) -> {};
  }
}
