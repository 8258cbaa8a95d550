package dev.waymark.benchmarks;

import dev.waymark.benchmarks.load.Workload;
import dev.waymark.benchmarks.processes.ChildProcess;
import java.util.function.IntFunction;

/**
 * One of the servers in a comparison.
 *
 * @param work what it is asked over so many connections; a new one for every round
 */
record Contender(String name, ChildProcess server, IntFunction<Workload> work) {
  static final String WAYMARK = "waymark";
  static final String BARE = "bare";
  static final String PLAIN = "plain";
}
