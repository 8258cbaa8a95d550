package dev.waymark.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What is measured and for how long.
 *
 * @param parts which of the measurements, by name
 * @param connections how many at once, one measurement each
 * @param rounds how often each; the median counts
 * @param time of one round of one server
 * @param warmUp before the first round, for each server
 * @param entries up to how many ledger entries the growth is measured
 */
record Options(
    Set<String> parts,
    List<Integer> connections,
    int rounds,
    Duration time,
    Duration warmUp,
    long entries,
    Path repository) {
  static final List<String> PARTS = List.of("poll", "start", "latency", "growth");

  boolean has(String part) {
    return parts.contains(part);
  }

  /** Throws an {@link IllegalArgumentException} that says what is wrong. */
  static Options parse(List<String> arguments, Path repository) {
    Options options =
        arguments.contains("--full")
            ? new Options(
                Set.copyOf(PARTS),
                List.of(1, 8, 32, 128),
                5,
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                10_000_000,
                repository)
            : new Options(
                Set.copyOf(PARTS),
                List.of(1, 8, 32, 128),
                3,
                Duration.ofSeconds(3),
                Duration.ofSeconds(8),
                100_000,
                repository);
    for (String argument : arguments) {
      options = options.with(argument);
    }
    return options;
  }

  private Options with(String argument) {
    String value = argument.substring(argument.indexOf('=') + 1);
    return switch (argument.substring(0, argument.length() - value.length())) {
      case "--only=" ->
          new Options(parts(value), connections, rounds, time, warmUp, entries, repository);
      case "--connections=" ->
          new Options(parts, numbers(value), rounds, time, warmUp, entries, repository);
      case "--rounds=" ->
          new Options(parts, connections, number(value), time, warmUp, entries, repository);
      case "--seconds=" ->
          new Options(parts, connections, rounds, seconds(value), warmUp, entries, repository);
      case "--warm-up=" ->
          new Options(parts, connections, rounds, time, seconds(value), entries, repository);
      case "--entries=" ->
          new Options(parts, connections, rounds, time, warmUp, number(value), repository);
      default -> {
        if (argument.equals("--full") || argument.equals("--quick")) {
          yield this;
        }
        throw new IllegalArgumentException("There is no " + argument + "; see --help.");
      }
    };
  }

  private static Set<String> parts(String value) {
    List<String> wanted = Arrays.asList(value.split(",", -1));
    if (!PARTS.containsAll(wanted)) {
      throw new IllegalArgumentException("--only takes some of " + PARTS + ".");
    }
    return Set.copyOf(wanted);
  }

  private static List<Integer> numbers(String value) {
    return Arrays.stream(value.split(",", -1)).map(Options::number).toList();
  }

  private static Duration seconds(String value) {
    return Duration.ofSeconds(number(value));
  }

  private static int number(String value) {
    if (!value.matches("[1-9][0-9]{0,8}")) {
      throw new IllegalArgumentException("\"" + value + "\" is not a whole number above 0.");
    }
    return Integer.parseInt(value);
  }
}
