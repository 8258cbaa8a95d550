package dev.waymark.conformance.benchmark;

import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.filter.FilterProxy;
import dev.waymark.conformance.filter.Recorder;
import dev.waymark.conformance.mutants.Mutant;
import dev.waymark.conformance.obligations.Obligations;
import dev.waymark.conformance.ours.OurHook;
import dev.waymark.conformance.ours.SteeredPassage;
import dev.waymark.conformance.rules.Rules;
import dev.waymark.conformance.secrets.Secret;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.suite.Bench;
import dev.waymark.conformance.suite.Case;
import dev.waymark.conformance.suite.Progress;
import dev.waymark.conformance.suite.Suite;
import dev.waymark.conformance.suites.ServerSuite;
import dev.waymark.conformance.targets.Profile;
import dev.waymark.conformance.targets.Target;
import dev.waymark.conformance.verdicts.Finding;
import dev.waymark.conformance.verdicts.Findings;
import dev.waymark.conformance.verdicts.Verdict;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The kit against our server behind a filter. Runs share the server, and nothing else. */
final class KitRun {
  private static final long SEED = 20_260_101;
  private static final int CONNECTIONS = 80;
  private static final Map<String, Object> SETTINGS =
      Map.of(
          "waymark.access.cached-keys",
          0,
          "waymark.limits.request-timeout",
          "1s",
          "waymark.limits.max-connections",
          CONNECTIONS,
          "waymark.workers.threads",
          2);
  private static final Obligations OBLIGATIONS = Obligations.of(Contract.read(), Rules.read());

  private final Subject subject;
  private final SubjectBehind behind;

  /** A server as a run needs it; to be closed. */
  static Subject server() {
    return Subject.start(SETTINGS);
  }

  KitRun(Subject subject) {
    this.subject = subject;
    this.behind = new SubjectBehind(subject);
  }

  SubjectBehind behind() {
    return behind;
  }

  /**
   * What a run came to.
   *
   * @param failures what was found broken, by obligation
   * @param deeds how often the filter did anything
   */
  record Outcome(
      Map<String, String> failures, Map<Verdict, Integer> counts, Duration took, int deeds) {

    /** What is broken here and not in another run. */
    Map<String, String> beyond(Set<String> known) {
      Map<String, String> more = new TreeMap<>(failures);
      more.keySet().removeAll(known);
      return more;
    }
  }

  /** All of it. */
  Outcome whole(Mutant mutant, Recorder recorder) {
    return of(mutant, recorder, _ -> true, Progress.SILENT, new Findings());
  }

  /** Until something is found broken that is not known to be. */
  Outcome untilKilled(Mutant mutant, Set<String> known, Predicate<Case> which) {
    Findings findings = new Findings();
    return of(mutant, Recorder.NONE, which, new Hurry(findings, known), findings);
  }

  private Outcome of(
      Mutant mutant,
      Recorder recorder,
      Predicate<Case> which,
      Progress progress,
      Findings findings) {
    subject.emptyWindows();
    Watched filter = new Watched(mutant.filter().get());
    Instant begun = Instant.now();
    try (FilterProxy proxy = FilterProxy.before(subject.server().uri(), filter, behind, recorder)) {
      suite(which).run(new Bench(OBLIGATIONS, target(proxy.uri()), findings), progress);
      if (!proxy.failures().isEmpty()) {
        throw new IllegalStateException(mutant + " went wrong", proxy.failures().getFirst());
      }
    } catch (IllegalStateException e) {
      if (!(e.getCause() instanceof Hurry.Enough)) {
        throw e;
      }
    } finally {
      subject.studio().releaseAll();
    }
    return outcome(findings, Duration.between(begun, Instant.now()), filter.deeds());
  }

  private static Outcome outcome(Findings findings, Duration took, int deeds) {
    Map<String, String> failures = new TreeMap<>();
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    for (Finding finding : findings.all()) {
      counts.merge(finding.verdict(), 1, Integer::sum);
      if (finding.verdict() == Verdict.FAIL) {
        failures.put(finding.obligation(), finding.text());
      }
    }
    return new Outcome(failures, counts, took, deeds);
  }

  private static Suite suite(Predicate<Case> which) {
    return new Suite(
        ServerSuite.of(OBLIGATIONS, SEED).stages().stream()
            .map(stage -> stage.stream().filter(which).toList())
            .toList());
  }

  private Target target(URI address) {
    Profile profile =
        Profile.of(address)
            .withOperatorKey(new Secret(behind.operator()))
            .withPlans(new Profile.Plans("ultimate", "few", "free"))
            .withModel(new Profile.Model("studio-1", "{}", "atlas-studio-1"))
            .withConnections(CONNECTIONS);
    return new Target(profile, new SteeredPassage(subject), new OurHook(subject));
  }
}
