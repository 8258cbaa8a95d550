package dev.waymark.client.downloads;

import java.util.OptionalLong;

/**
 * Tells how far a download is, and never less than it told before: where a server begins again, it
 * is silent until that is made up for. Only another output, which another length gives away, begins
 * anew.
 */
public final class SteadyProgress {

  private final Listener listener;
  private OptionalLong total = OptionalLong.empty();
  private long told = -1;
  private boolean ended;

  public SteadyProgress(Listener listener) {
    this.listener = listener;
  }

  /** Who is told; what it throws ends the download. */
  @FunctionalInterface
  public interface Listener {
    void at(long bytes, OptionalLong total);
  }

  void at(long bytes, OptionalLong said) {
    if (said.isPresent() && total.isPresent() && !said.equals(total)) {
      told = -1;
    }
    if (said.isPresent()) {
      total = said;
    }
    if (bytes > told) {
      told = bytes;
      ended = total.equals(OptionalLong.of(bytes));
      listener.at(bytes, total);
    }
  }

  /** All has come. */
  void end(long bytes) {
    at(bytes, OptionalLong.of(bytes));
    if (!ended) {
      ended = true;
      listener.at(bytes, total);
    }
  }
}
