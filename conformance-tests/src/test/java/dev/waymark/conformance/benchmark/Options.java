package dev.waymark.conformance.benchmark;

import dev.waymark.conformance.mutants.Mutant;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be run.
 *
 * @param runs of the kit
 * @param toolRuns of the other tools; 0 for none
 * @param fuzzing whether Schemathesis is one of them
 * @param only names of mutants and variants; empty for all
 * @param workers how many servers are tried at once
 * @param continues whether it goes on where the last one was broken off
 * @param reports whether nothing is run, and what is written down so far is reported
 * @param report where the report is written; nowhere when only some are run
 */
record Options(
    int runs,
    int toolRuns,
    boolean fuzzing,
    Set<String> only,
    int workers,
    boolean continues,
    boolean reports,
    Optional<Path> report) {
  static Options of(List<String> words) {
    int runs = 3;
    int toolRuns = 1;
    boolean fuzzing = true;
    Set<String> only = new HashSet<>();
    int workers = Runtime.getRuntime().availableProcessors();
    boolean continues = false;
    boolean reports = false;
    Optional<Path> report = Optional.empty();
    List<String> left = new ArrayList<>(words);
    while (!left.isEmpty()) {
      String word = left.removeFirst();
      switch (word) {
        case "--kit-only" -> toolRuns = 0;
        case "--without-schemathesis" -> fuzzing = false;
        case "--runs" -> runs = Integer.parseInt(value(word, left));
        case "--tool-runs" -> toolRuns = Integer.parseInt(value(word, left));
        case "--workers" -> workers = Integer.parseInt(value(word, left));
        case "--continue" -> continues = true;
        case "--only-report" -> reports = true;
        case "--mutant" -> only.add(value(word, left));
        case "--report" -> report = Optional.of(Path.of(value(word, left)));
        default -> throw new IllegalArgumentException("There is no option " + word);
      }
    }
    return new Options(
        runs,
        toolRuns,
        fuzzing,
        only,
        reports ? 0 : workers,
        continues || reports,
        reports,
        report);
  }

  boolean wants(Mutant mutant) {
    return only.isEmpty() || only.contains(mutant.name());
  }

  private static String value(String option, List<String> left) {
    if (left.isEmpty()) {
      throw new IllegalArgumentException(option + " needs a value");
    }
    return left.removeFirst();
  }
}
