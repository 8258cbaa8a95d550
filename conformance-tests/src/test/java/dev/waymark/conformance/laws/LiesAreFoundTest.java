package dev.waymark.conformance.laws;

import static dev.waymark.conformance.laws.LyingServer.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.laws.LyingServer.Lie;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.suite.Case;
import dev.waymark.conformance.verdicts.Finding;
import dev.waymark.conformance.verdicts.Findings;
import dev.waymark.conformance.verdicts.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each law fails a server that breaks it. */
@ExtendWith(SubjectExtension.class)
final class LiesAreFoundTest {
  private static final long SEED = 7;
  private static final String ROLLS = "the window fills, refuses and rolls";
  private static final String RESENT = "starts are sent again";
  private static final String MONEY = "starts, ends and cancels in any order";

  private final OurServer server;

  LiesAreFoundTest(Subject subject) {
    this.server = new OurServer(subject);
  }

  static Stream<Arguments> lies() {
    return Stream.of(
        lie("Remaining never falls", ROLLS, "RATE-06", remains(3)),
        lie("Remaining is below 0", ROLLS, "RATE-06", remains(-1)),
        lie("Limit is not the enforced one", ROLLS, "RATE-06", more("x-ratelimit-limit", 1)),
        lie("Retry-After is too small", ROLLS, "RATE-02", more("retry-after-ms", -20_000)),
        lie("Retry-After is too large", ROLLS, "RATE-02", more("retry-after-ms", 2_000)),
        lie("Reset is a delta", ROLLS, "RATE-06", said(Lies::resetAsDelta)),
        lie("the limit is never enforced", ROLLS, "RATE-01", Lies.neverLimited()),
        lie("refused calls count", ROLLS, "RATE-04 RATE-02", Lies.refusalsCount()),
        lie("errors do not count", "calls that fail", "RATE-05", Lies.errorsDoNotCount()),
        lie("the account has one window", "two keys of an account", "RATE-03", remains(1)),
        lie("any schedule is looked at", "a lone caller does what it likes", "RATE-06", remains(0)),
        lie("parallel calls pass", "parallel calls", "RATE-09", Lies.neverLimited()),
        lie("a replay runs again", RESENT, "IDEM-01 IDEM-05", Lies.forgetsKeys()),
        lie("a replay is charged", RESENT, "IDEM-02", Lies.alsoStarts("idempotent-replayed:true")),
        lie("a replay has another body", RESENT, "IDEM-01", Lies.otherReplay()),
        lie("another body is accepted", RESENT, "IDEM-03", Lies.takesOtherBodies()),
        lie("parallel starts are two", RESENT, "IDEM-05 IDEM-01", Lies.parallelStartsAreTwo()),
        lie("422 is charged", MONEY, "MONEY-08", Lies.alsoStarts("x-error-code:INVALID_PARAMS")),
        lie("503 is charged", MONEY, "MONEY-08", Lies.alsoStarts("x-error-code:OVERLOADED")),
        lie("credits remaining are old", MONEY, "MONEY-04", more("x-credits-remaining", 10)),
        lie("cancel does nothing", MONEY, "MONEY-03 MONEY-08", Lies.cancelsNothing()),
        lie("an entry is not shown", MONEY, "TXN-01", Lies.hidesSettles()),
        lie("a ceiling is ignored", "a ceiling", "MONEY-06", Lies.without("x-max-credits")),
        lie("running is not told", "all slots are taken", "CONC-01", Lies.runningIsEmpty()),
        lie("cancel is only told", "a generation is cancelled", "GEN-07", Lies.cancelsNothing()),
        lie("a second cancel is 409", "a generation is cancelled", "GEN-07", Lies.cancelsOnce()),
        lie("an end changes", "a generation completes", "GEN-02", Lies.endsChange()),
        lie("anybody reads it", "another account's generation", "GEN-06", status(404, 410)),
        lie("an unknown id breaks it", "another account's generation", "GEN-06", status(404, 500)),
        lie("pages begin anew", "pages of generations", "LIST-07", Lies.withoutCursor()),
        lie(
            "a list ends early",
            "pages of other lists",
            "LIST-02",
            text("\"next_cursor\"", "\"n\"")),
        lie("a bound is not enforced", "bounds of a quote", "INPUT-03", Lies.takesAnyQuote()),
        lie("wrong is taken", "wrong bodies of quoteGeneration", "INPUT-01", Lies.takesAnyQuote()),
        lie("anonymous is accepted", "no key", "AUTH-01", status(401, 202)),
        lie("revoked is accepted", "a key is revoked", "AUTH-03", Lies.accepts("KEY_REVOKED")),
        lie("expired is accepted", "a key ends", "KEY-12", Lies.accepts("KEY_EXPIRED")),
        lie("scopes are ignored", "a key with few scopes", "KEY-04", Lies.accepts("SCOPE_MISSING")),
        lie("HEAD has no code", "HEAD in the place of GET", "ERR-05", Lies.headWithoutCode()),
        lie(
            "a row is another one",
            "the catalogue is read",
            "ERR-11",
            text("\"after_delay\"", "\"never\"")),
        lie("calls are not found", "a call is looked up", "REQ-01", Lies.losesCalls()),
        lie("any query is taken", "wrong queries", "HTTP-12", Lies.ignoresQueries()),
        lie(
            "the order is another one",
            "wrong at [UNREADABLE, KEY_REUSED]",
            "ORDER-06",
            Lies.tells("MALFORMED_REQUEST", "IDEMPOTENCY_KEY_REUSED")),
        lie(
            "some order is another one",
            "wrong at anything",
            "ORDER-21",
            Lies.tells("ROUTE_NOT_FOUND", "UNAUTHORIZED")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lies")
  void a_server_that_breaks_a_law_is_found_out(String what, String law, String rules, Lie lie) {
    List<Case> one =
        LawsSuite.of(SEED).stages().stream()
            .flatMap(List::stream)
            .filter(each -> each.name().equals(law))
            .toList();
    assertThat(one).as(law).hasSize(1);
    try (LyingServer liar = new LyingServer(server.uri(), lie)) {
      Findings findings = server.findings(one, liar.uri());

      assertThat(findings.all())
          .as(what)
          .filteredOn(finding -> one.getFirst().decides().contains(finding.obligation()))
          .filteredOn(finding -> finding.verdict() == Verdict.FAIL)
          .extracting(Finding::obligation)
          .containsAnyElementsOf(Arrays.asList(rules.split(" ")));
    }
  }

  private static Arguments lie(String what, String law, String rules, Lie lie) {
    return Arguments.of(what, law, rules, lie);
  }

  private static Lie remains(long count) {
    return said(reply -> reply.changed("x-ratelimit-remaining", _ -> count));
  }

  private static Lie more(String header, long by) {
    return said(reply -> reply.changed(header, number -> number + by));
  }

  private static Lie status(int from, int to) {
    return said(reply -> reply.status() == from ? reply.withStatus(to) : reply);
  }

  private static Lie text(String from, String to) {
    return said(reply -> reply.withText(from, to));
  }
}
