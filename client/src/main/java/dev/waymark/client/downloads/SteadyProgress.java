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

  public SteadyProgress(Listener listener) {
    this.listener = listener;
  }

  /** Who is told; what it throws ends the download. */
  @FunctionalInterface
  public interface Listener {
    void at(long bytes, OptionalLong total);
  }

  void at(long bytes, OptionalLong said) {
    if (isAnother(said)) {
      told = -1;
    }
    if (bytes > told) {
      tell(bytes, said);
    }
  }

  private boolean isAnother(OptionalLong said) {
    return said.isPresent()
        && (said.getAsLong() < told || (total.isPresent() && !said.equals(total)));
  }

  private void tell(long bytes, OptionalLong said) {
    told = bytes;
    total = said.isPresent() ? said : total;
    listener.at(bytes, total);
  }

  /** All has come. */
  void end(long bytes) {
    OptionalLong all = OptionalLong.of(bytes);
    at(bytes, all);
    if (!total.equals(all)) {
      tell(bytes, all);
    }
  }
}
