package dev.waymark.client.limits;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The server's law, as the contract has it: at most {@code limit} calls in any 60 seconds. */
final class ServersWindow {

  static final Duration LENGTH = Duration.ofMinutes(1);

  private final int limit;
  private final List<Duration> admitted = new ArrayList<>();
  private int left;

  ServersWindow(int limit) {
    this.limit = limit;
  }

  /**
   * @param untilFree when refused, after how long a lone caller is admitted; else when the next
   *     slot frees
   */
  record Verdict(boolean admitted, int remaining, Duration untilFree) {}

  Verdict call(Duration now) {
    while (left < admitted.size() && admitted.get(left).plus(LENGTH).compareTo(now) <= 0) {
      left++;
    }
    boolean room = admitted.size() - left < limit;
    if (room) {
      admitted.add(now);
    }
    Duration free = admitted.get(left).plus(LENGTH).minus(now);
    return new Verdict(room, limit - (admitted.size() - left), free);
  }

  /** All moments at which a call was admitted. */
  List<Duration> admitted() {
    return admitted;
  }
}
