package dev.waymark.conformance.command;

import dev.waymark.conformance.har.HarProblem;
import dev.waymark.conformance.har.HarReader;
import dev.waymark.conformance.har.Traffic;
import dev.waymark.conformance.obligations.Obligation;
import dev.waymark.conformance.obligations.Obligations;
import dev.waymark.conformance.reports.Sentences;
import dev.waymark.conformance.rules.Claim;
import dev.waymark.conformance.suite.Bench;
import dev.waymark.conformance.targets.Addresses;
import dev.waymark.conformance.targets.Hook;
import dev.waymark.conformance.targets.KeySource;
import dev.waymark.conformance.targets.Passage;
import dev.waymark.conformance.targets.Profile;
import dev.waymark.conformance.targets.ProfileFile;
import dev.waymark.conformance.targets.Promise;
import dev.waymark.conformance.targets.Target;
import dev.waymark.conformance.verdicts.Finding;
import dev.waymark.conformance.verdicts.Findings;
import dev.waymark.conformance.verdicts.Verdict;
import dev.waymark.conformance.wire.Exchange;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code judge}. */
@Command(
    name = "judge",
    description = {
      "Judges recorded traffic (HAR 1.2) without calling any server.",
      "A browser, a proxy, a test tool or this kit may have recorded it. What is not in it is",
      "UNREACHED."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  waymark-conformance judge --har traffic.har",
      "  waymark-conformance judge --har traffic.har --url https://api.example",
      "  st run openapi.yaml --url URL --report har --output-sanitize false  (Schemathesis records)",
      "  waymark-conformance server --url URL --record traffic.har           (this kit records)",
      "",
      "Each answer is judged by itself, and several together where that is certain: no two have one",
      "request id, a replay is the first answer again, no key has more calls than its limit.",
      "Files: report.json for programs, junit.xml for build servers, matrix.html for you.",
      "Exit codes: 0 kept, 1 broken or nothing seen, 2 the command or the file is wrong,",
      "3 the kit went wrong."
    })
final class JudgeCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(
      names = "--har",
      required = true,
      paramLabel = "FILE",
      description = "What was recorded, with bodies.")
  private Path har = Path.of("");

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "Judge only what was sent there. Default: everything in the file.")
  private @Nullable String url;

  @Option(
      names = "--profile",
      paramLabel = "FILE",
      description = "Whose name, claims and known failures hold.")
  private @Nullable Path profile;

  @Option(
      names = "--claims",
      paramLabel = "CLAIM",
      split = ",",
      description = "What is claimed to be kept; all else is NOT-CLAIMED. Default: the profile's.")
  private List<String> claims = List.of();

  @Mixin private ReportOptions reports = new ReportOptions();

  JudgeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Instant begun = surroundings.time().instant();
    List<Exchange> exchanges = exchanges();
    Profile judged = profile(exchanges.getFirst().server());
    Reporting reporting = new Reporting(surroundings, reports, judged.promise());
    Obligations obligations = reporting.obligations();
    List<Obligation> owed = reporting.ofServers();
    reporting.prepare();
    Findings findings = new Findings();
    Target target = new Target(judged, Passage.ofTheMachine(), Hook.NONE);
    new Traffic(new Bench(obligations, target, findings)).judge(exchanges);
    owed.stream()
        .map(Obligation::id)
        .filter(id -> findings.of(id).isEmpty())
        .forEach(id ->
            findings.add(new Finding(id, Verdict.UNREACHED, "not in the traffic", List.of())));
    return reporting.write(
        "%s, as recorded in %s".formatted(judged.name(), har.getFileName()),
        command(),
        begun,
        owed,
        findings);
  }

  /** How to do it again. */
  private String command() {
    StringBuilder line = new StringBuilder("waymark-conformance judge --har " + har);
    Optional.ofNullable(url).ifPresent(server -> line.append(" --url ").append(server));
    Optional.ofNullable(profile).ifPresent(file -> line.append(" --profile ").append(file));
    if (!claims.isEmpty()) {
      line.append(" --claims ").append(String.join(",", claims));
    }
    if (!reports.only.isEmpty()) {
      line.append(" --only ").append(String.join(" ", reports.only));
    }
    return line.toString();
  }

  private List<Exchange> exchanges() {
    HarReader read = read();
    surroundings
        .err()
        .printf(
            "%s to judge; left out: %d without an answer, %d not recorded whole%n",
            Sentences.counted(read.exchanges().size(), "exchange"),
            read.unanswered(),
            read.incomplete());
    List<Exchange> wanted =
        url == null
            ? read.exchanges()
            : read.exchanges().stream()
                .filter(one -> one.server().equals(Addresses.server(url)))
                .toList();
    if (wanted.isEmpty()) {
      throw new Usage(
          "There is nothing to judge in %s%s; was it recorded with bodies?"
              .formatted(har, url == null ? "" : " that was sent to " + url));
    }
    return wanted;
  }

  private HarReader read() {
    try {
      return HarReader.of(Texts.read(har));
    } catch (HarProblem e) {
      throw new Usage(
          "%s cannot be judged: %s; record one as HAR 1.2.".formatted(har, e.getMessage()));
    }
  }

  private Profile profile(URI server) {
    Profile base =
        profile == null
            ? Profile.of(server)
            : new ProfileFile(new KeySource(surroundings.environment())).read(profile);
    return claims.isEmpty() ? base : base.withClaims(Promise.claims(claims, Claim.OF_SERVERS));
  }
}
