package dev.waymark.conformance.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.ours.SteeredPassage;
import dev.waymark.conformance.provoke.RowsSuite;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.suite.Case;
import dev.waymark.conformance.suite.Suite;
import dev.waymark.conformance.targets.Passage;
import dev.waymark.conformance.verdicts.Finding;
import dev.waymark.conformance.verdicts.Findings;
import dev.waymark.conformance.verdicts.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Servers that are unlike ours: some keep the contract, others break it so that nothing goes on.
 */
@ExtendWith(SubjectExtension.class)
final class OtherServersTest {
  private static final Set<Verdict> BAD = Set.of(Verdict.FAIL, Verdict.HARNESS_ERROR);

  private final Subject subject;
  private final OurServer server;

  OtherServersTest(Subject subject) {
    this.subject = subject;
    this.server = new OurServer(subject);
  }

  @ParameterizedTest
  @ValueSource(ints = {-20, 20})
  void a_key_ends_by_the_clock_of_the_server(int seconds) {
    List<Case> cases =
        Stream.concat(laws("a key ends").stream(), rows("getAccount/401/KEY_EXPIRED").stream())
            .toList();
    Findings findings = server.findings(cases, server.uri(), ahead(Duration.ofSeconds(seconds)));

    assertThat(List.of("KEY-12", "getAccount/401/KEY_EXPIRED/status"))
        .allSatisfy(id ->
            assertThat(findings.of(id).orElseThrow().weightiest().verdict())
                .as("%s", findings.of(id))
                .isEqualTo(Verdict.PASS));
  }

  private static List<Case> laws(String name) {
    return cases(LawsSuite.of(7), name);
  }

  private static List<Case> rows(String name) {
    return cases(new Suite(RowsSuite.stages(OurServer.OBLIGATIONS)), name);
  }

  private static List<Case> cases(Suite suite, String name) {
    List<Case> cases =
        suite.stages().stream()
            .flatMap(List::stream)
            .filter(one -> one.name().equals(name) || one.name().startsWith(name + ":"))
            .toList();
    assertThat(cases).as(name).isNotEmpty();
    return cases;
  }

  /** The kit's clock is this much ahead of the server's. */
  private Passage ahead(Duration ahead) {
    Passage servers = new SteeredPassage(subject, Duration.ZERO);
    return new Passage() {
      @Override
      public void pass(Duration duration) {
        servers.pass(duration);
      }

      @Override
      public boolean isSteered() {
        return true;
      }

      @Override
      public Instant instant() {
        return servers.instant().plus(ahead);
      }
    };
  }
}
