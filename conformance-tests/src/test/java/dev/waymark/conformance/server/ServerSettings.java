package dev.waymark.conformance.server;

import java.util.List;
import java.util.stream.Stream;

/**
 * How a server under test is set up.
 *
 * @param options of its command line, such as {@code --workers.threads=1}; port, folder and plans
 *     are given to it anyway
 */
public record ServerSettings(Plan plan, List<String> options) {
  public ServerSettings {
    options = List.copyOf(options);
  }

  /** Callers without a key may make as many calls a minute as those with one. */
  public static ServerSettings of(Plan plan) {
    return new ServerSettings(
        plan, List.of("--limits.anonymous-calls-per-minute=" + plan.callsPerMinute()));
  }

  public ServerSettings with(String... more) {
    return new ServerSettings(plan, Stream.concat(options.stream(), Stream.of(more)).toList());
  }
}
