package dev.waymark.benchmarks.callers;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/** What one caller's calls have cost. */
final class Costs {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Caller caller;
  private final List<Histogram> rounds = new ArrayList<>();
  private long calls;
  private long ownBytes;
  private long allBytes;

  Costs(Caller caller) {
    this.caller = caller;
  }

  Caller caller() {
    return caller;
  }

  /** So many calls, one after the other. */
  void round(int count) throws Exception {
    Histogram round = new Histogram(3);
    long own = THREADS.getThreadAllocatedBytes(Thread.currentThread().threadId());
    long all = THREADS.getTotalThreadAllocatedBytes();
    for (int call = 0; call < count; call++) {
      long begin = System.nanoTime();
      String answer = caller.call();
      round.recordValue(System.nanoTime() - begin);
      if (answer.isEmpty()) {
        throw new IllegalStateException("The answer is empty.");
      }
    }
    ownBytes += THREADS.getThreadAllocatedBytes(Thread.currentThread().threadId()) - own;
    allBytes += THREADS.getTotalThreadAllocatedBytes() - all;
    calls += count;
    rounds.add(round);
  }

  /** Of all calls of all rounds. */
  double micros(double percentile) {
    Histogram all = new Histogram(3);
    rounds.forEach(all::add);
    return all.getValueAtPercentile(percentile) / 1e3;
  }

  /** Of each round, in turn. */
  List<Double> microsByRound(double percentile) {
    return rounds.stream().map(round -> round.getValueAtPercentile(percentile) / 1e3).toList();
  }

  /** On the calling thread. */
  double ownBytes() {
    return (double) ownBytes / calls;
  }

  /** On all threads, the JDK's or OkHttp's and the trivial server's among them. */
  double allBytes() {
    return (double) allBytes / calls;
  }
}
