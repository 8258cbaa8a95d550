package dev.waymark.conformance.benchmark;

import dev.waymark.conformance.filter.Filter;
import dev.waymark.conformance.filter.Recorder;
import dev.waymark.conformance.mutants.Mutant;
import dev.waymark.conformance.mutants.Mutants;
import dev.waymark.conformance.mutants.Variants;
import dev.waymark.conformance.subject.Subject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Draft. */
final class Benchmark {
  private Benchmark() {}

  public static void main(String... args) {
    try (Subject subject = Subject.start()) {
      KitRun kit = new KitRun(subject);
      Mutant none = new Mutant("none", "", () -> Filter.NONE);
      java.util.concurrent.atomic.AtomicInteger count =
          new java.util.concurrent.atomic.AtomicInteger();
      System.out.println(kit.of(none, (_, _) -> count.incrementAndGet()).took() + " " + count);
      KitRun.Outcome base = kit.of(none, Recorder.NONE);
      System.out.println("base " + base.counts() + " " + base.took().toMillis() + " ms");
      base.failures()
          .forEach((id, text) ->
              System.out.println(
                  "   " + id + " " + text.substring(0, Math.min(150, text.length()))));
      List<String> wanted = List.of(args);
      Stream.concat(Mutants.all().stream(), Variants.all().stream())
          .filter(mutant -> wanted.isEmpty() || wanted.contains(mutant.name()))
          .forEach(mutant -> {
            KitRun.Outcome outcome = kit.of(mutant, Recorder.NONE);
            Set<String> killers = new TreeSet<>(outcome.failures().keySet());
            killers.removeAll(base.failures().keySet());
            System.out.printf(
                "%-40s %4d kills %5d deeds %6d ms %s %s%n",
                mutant.name(),
                killers.size(),
                outcome.deeds(),
                outcome.took().toMillis(),
                outcome.counts(),
                killers.stream().limit(3).toList());
            killers.stream()
                .limit(2)
                .forEach(id -> {
                  String text = outcome.failures().get(id);
                  System.out.println(
                      "      " + id + " " + text.substring(0, Math.min(text.length(), 200)));
                });
          });
    }
  }
}
