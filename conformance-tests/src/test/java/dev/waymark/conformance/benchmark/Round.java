package dev.waymark.conformance.benchmark;

import dev.waymark.conformance.filter.Filter;
import dev.waymark.conformance.mutants.Mutant;
import dev.waymark.conformance.mutants.Mutants;
import dev.waymark.conformance.mutants.Variants;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** What all tools share: who is tried, where, and who is told of it. */
record Round(Options options, Stations stations, PrintStream out) {
  static final Mutant NONE = new Mutant("none", "Our server as it is.", () -> Filter.NONE);

  List<Mutant> mutants() {
    return wanted(Mutants.all());
  }

  List<Mutant> variants() {
    return wanted(Variants.all());
  }

  /** All that a tool is tried on but our server as it is. */
  List<Mutant> others() {
    List<Mutant> all = new ArrayList<>(mutants());
    all.addAll(variants());
    return all;
  }

  void say(String line) {
    out.println(line);
    out.flush();
  }

  private List<Mutant> wanted(List<Mutant> all) {
    return all.stream().filter(options::wants).toList();
  }
}
