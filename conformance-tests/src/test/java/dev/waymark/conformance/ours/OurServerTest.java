package dev.waymark.conformance.ours;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.secrets.Secret;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.targets.Profile;
import dev.waymark.conformance.targets.Target;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Our server keeps the whole error contract: every row is brought about, and nothing is amiss. */
@ExtendWith(SubjectExtension.class)
final class OurServerTest {
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

  private final Subject subject;

  OurServerTest(Subject subject) {
    this.subject = subject.annex(SETTINGS);
  }

  @Test
  @Rule({
    "ERR-01", "ERR-02", "ERR-03", "ERR-04", "ERR-05", "ERR-06", "ERR-07", "ERR-08", "ERR-09",
    "ERR-10", "ERR-18", "ERR-19", "AUTH-06", "RATE-06", "RATE-10", "REND-01", "REND-02", "REND-07",
    "HTTP-07", "GEN-13", "SAND-06", "V-1", "O-5", "M-4"
  })
  void every_row_of_the_contract_is_brought_about_and_kept() {
    assertThat(Judged.of(target()).notKept()).isEmpty();
  }

  private Target target() {
    Profile profile =
        Profile.of(subject.wire().server())
            .withOperatorKey(new Secret(subject.tenant("ultimate").withOperatorKey().key()))
            .withPlans(new Profile.Plans("ultimate", "few", "free"))
            .withModel(new Profile.Model("studio-1", "{}", "atlas-studio-1"))
            .withConnections(CONNECTIONS);
    return new Target(profile, new SteeredPassage(subject), new OurHook(subject));
  }
}
