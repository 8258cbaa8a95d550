package dev.waymark.conformance.laws;

import static dev.waymark.conformance.laws.LyingServer.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.laws.LyingServer.Lie;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
  @ValueSource(strings = {"pages of generations", "pages of other lists", "the catalogue is read"})
  void a_cursor_may_have_any_character_and_link_any_form(String law) {
    Findings findings = found(laws(law), Others.cursorsOfAnyCharacter());

    assertThat(findings.all()).filteredOn(one -> BAD.contains(one.verdict())).isEmpty();
    assertThat(findings.all()).extracting(Finding::verdict).contains(Verdict.PASS);
  }

  @Test
  void a_parameter_may_have_a_bound_at_one_end_or_between_two_numbers() {
    Findings findings = found(laws("bounds of a quote"), Others.moreParameters());

    assertThat(findings.of("INPUT-03").orElseThrow().weightiest().verdict())
        .as("%s", findings.of("INPUT-03"))
        .isEqualTo(Verdict.PASS);
  }

  @ParameterizedTest
  @CsvSource({
    "getOutput/200/ok, output_url",
    "getGeneration/200/ok, generation_id",
    "readAccount/200/ok, account_id",
    "getKey/200/ok, key_id",
    "getModel/200/ok, key",
    "getRequest/200/ok, x-request-id"
  })
  void a_server_that_leaves_out_what_others_need_is_broken_and_not_the_kit(
      String row, String left) {
    Lie lie =
        said(reply -> reply.without(left).withText("\"" + left + "\":", "\"no_" + left + "\":"));
    Findings findings = found(rows(row), lie);

    assertThat(findings.all())
        .extracting(Finding::verdict)
        .containsAnyOf(Verdict.FAIL, Verdict.SKIP)
        .doesNotContain(Verdict.HARNESS_ERROR);
  }

  @ParameterizedTest
  @CsvSource({
    "startGeneration/202/ok, retry-after, soon",
    "getAccount/200/ok, retry-after, 5",
    "getAccount/200/ok, x-error-code, OVERLOADED",
    "listModels/200/ok, x-credits-charged, 1",
    "listErrors/200/ok, x-ratelimit-limit, 60"
  })
  void a_header_that_a_success_may_not_have_is_found(String row, String header, String value) {
    Lie lie = said(reply -> reply.status() < 300 ? reply.with(header, value) : reply);

    assertThat(found(rows(row), lie).of(row + "/headers").orElseThrow().weightiest().verdict())
        .isEqualTo(Verdict.FAIL);
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

  @ParameterizedTest
  @ValueSource(strings = {"refusals for a limit", "calls that fail", "what is refused early"})
  void nothing_is_said_of_limits_that_calls_are_too_slow_for(String law) {
    assertThat(found(laws(law), slow()).all())
        .extracting(Finding::verdict)
        .doesNotContainAnyElementsOf(BAD);
  }

  @Test
  void a_limit_that_calls_are_too_slow_for_is_not_reached() {
    assertThat(
            found(rows("getAccount/429/RATE_LIMIT"), slow())
                .of("getAccount/429/RATE_LIMIT/status")
                .orElseThrow()
                .weightiest()
                .verdict())
        .isEqualTo(Verdict.UNREACHED);
  }

  /** Far away, behind all that stands between: each call takes twenty seconds. */
  private Lie slow() {
    return said(reply -> {
      subject.time().pass(Duration.ofSeconds(20));
      return reply;
    });
  }

  private Findings found(List<Case> cases, Lie lie) {
    try (LyingServer other = new LyingServer(server.uri(), lie)) {
      return server.findings(cases, other.uri());
    }
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
