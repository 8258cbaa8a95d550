package dev.waymark.conformance.benchmark;

import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.filter.FilterProxy;
import dev.waymark.conformance.filter.Recorder;
import dev.waymark.conformance.laws.LawsSuite;
import dev.waymark.conformance.mutants.Mutant;
import dev.waymark.conformance.obligations.Obligations;
import dev.waymark.conformance.provoke.RowsSuite;
import dev.waymark.conformance.rules.Rules;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.suite.Bench;
import dev.waymark.conformance.suite.Case;
import dev.waymark.conformance.suite.Progress;
import dev.waymark.conformance.suite.Suite;
import dev.waymark.conformance.target.Hook;
import dev.waymark.conformance.target.Passage;
import dev.waymark.conformance.target.Profile;
import dev.waymark.conformance.target.Secret;
import dev.waymark.conformance.target.Target;
import dev.waymark.conformance.verdicts.Finding;
import dev.waymark.conformance.verdicts.Findings;
import dev.waymark.conformance.verdicts.Verdict;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The whole kit against our server behind a filter. Runs share the server, and nothing else. */
final class KitRun {
  private static final long SEED = 20_260_101;
  private static final Obligations OBLIGATIONS = Obligations.of(Contract.read(), Rules.read());

  private final Subject subject;
  private final SubjectBehind behind;

  KitRun(Subject subject) {
    this.subject = subject;
    this.behind = new SubjectBehind(subject);
  }

  /**
   * What a run came to.
   *
   * @param failures what was found broken, by obligation
   * @param deeds how often the filter did anything
   */
  record Outcome(
      Map<String, String> failures, Map<Verdict, Integer> counts, Duration took, int deeds) {}

  Outcome of(Mutant mutant, Recorder recorder) {
    subject.emptyWindows();
    Watched filter = new Watched(mutant.filter().get());
    Findings findings = new Findings();
    long begun = System.nanoTime();
    try (FilterProxy proxy = FilterProxy.before(subject.server().uri(), filter, behind, recorder)) {
      Bench bench = new Bench(OBLIGATIONS, target(proxy.uri()), findings);
      suite().run(bench, Progress.SILENT);
      if (!proxy.failures().isEmpty()) {
        throw new IllegalStateException(mutant + " went wrong", proxy.failures().getFirst());
      }
    } finally {
      subject.studio().releaseAll();
    }
    Map<String, String> failures = new TreeMap<>();
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    for (Finding finding : findings.all()) {
      counts.merge(finding.verdict(), 1, Integer::sum);
      if (finding.verdict() == Verdict.FAIL) {
        failures.put(finding.obligation(), finding.text());
      }
    }
    return new Outcome(
        failures, counts, Duration.ofNanos(System.nanoTime() - begun), filter.deeds());
  }

  private static Suite suite() {
    List<List<Case>> stages = new ArrayList<>(RowsSuite.stages(OBLIGATIONS));
    stages.addAll(LawsSuite.of(SEED).stages());
    return new Suite(stages);
  }

  private Target target(URI address) {
    Profile profile =
        Profile.of(address)
            .withOperatorKey(new Secret(behind.operator()))
            .withPlans(new Profile.Plans("ultimate", "tiny", "free"))
            .withModel(new Profile.Model("studio-1", "{}", "atlas-studio-1"));
    return new Target(profile, new Steered(subject), Hook.NONE);
  }

  private record Steered(Subject subject) implements Passage {
    @Override
    public void pass(Duration duration) {
      subject.time().pass(duration);
    }

    @Override
    public boolean isSteered() {
      return true;
    }

    @Override
    public Instant instant() {
      return subject.time().instant();
    }
  }
}
