package dev.waymark.conformance.laws;

import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.obligations.Obligations;
import dev.waymark.conformance.ours.SteeredPassage;
import dev.waymark.conformance.rules.Rules;
import dev.waymark.conformance.secrets.Secret;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.suite.Bench;
import dev.waymark.conformance.suite.Case;
import dev.waymark.conformance.suite.Progress;
import dev.waymark.conformance.suite.Suite;
import dev.waymark.conformance.targets.Hook;
import dev.waymark.conformance.targets.Passage;
import dev.waymark.conformance.targets.Profile;
import dev.waymark.conformance.targets.Target;
import dev.waymark.conformance.verdicts.Findings;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Our server in this process as any server is seen: over the wire, with an operator's key. */
final class OurServer {
  static final Obligations OBLIGATIONS = Obligations.of(Contract.read(), Rules.read());

  private final Subject subject;
  private final Secret operatorKey;

  OurServer(Subject subject) {
    this.subject = subject;
    this.operatorKey = new Secret(subject.tenant("wide").withOperatorKey().key());
  }

  URI uri() {
    return subject.server().uri();
  }

  /** What these cases find, sent to another address that leads there in the end. */
  Findings findings(List<Case> cases, URI address) {
    return findings(cases, address, new SteeredPassage(subject, Duration.ZERO));
  }

  /** The same, with another idea of what time it is. */
  Findings findings(List<Case> cases, URI address, Passage passage) {
    Profile profile =
        Profile.of(address)
            .withOperatorKey(operatorKey)
            .withPlans(new Profile.Plans("ultimate", "tiny", "free"))
            .withModel(new Profile.Model("studio-1", "{}", "atlas-studio-1"));
    Findings findings = new Findings();
    Bench bench = new Bench(OBLIGATIONS, new Target(profile, passage, Hook.NONE), findings);
    new Suite(List.of(cases)).run(bench, Progress.SILENT);
    return findings;
  }
}
