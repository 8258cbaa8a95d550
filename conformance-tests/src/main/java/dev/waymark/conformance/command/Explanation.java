package dev.waymark.conformance.command;

import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.contract.SourceLines;
import dev.waymark.conformance.judging.CaseWords;
import dev.waymark.conformance.obligations.Obligation;
import dev.waymark.conformance.obligations.Obligations;
import dev.waymark.conformance.oracles.Clause;
import dev.waymark.conformance.reports.Sentences;
import dev.waymark.conformance.suite.Case;
import dev.waymark.conformance.verdicts.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** An obligation in words. */
record Explanation(Obligations obligations, Suites suites) {
  private static final String CONTRACT = "/dev/waymark/openapi.yaml";
  private static final String RULES = "/dev/waymark/conformance/rules.yaml";
  private static final int MOST = 8;

  String of(Obligation one) {
    List<String> lines = new ArrayList<>();
    lines.add("%s (%s, claim %s)".formatted(one.id(), one.level(), one.claim().slug()));
    lines.add("  " + one.promise());
    lines.add("");
    lines.add("In the contract");
    lines.addAll(sources(one));
    lines.add("");
    lines.add("Brought about");
    lines.addAll(causes(one));
    lines.add("");
    lines.add("Judged");
    lines.add("  " + judged(one));
    lines.add("");
    lines.add("Verdicts");
    Arrays.stream(Verdict.values())
        .map(
            verdict -> "  %-13s  %s".formatted(Sentences.word(verdict), Sentences.meaning(verdict)))
        .forEach(lines::add);
    return String.join(System.lineSeparator(), lines);
  }

  private List<String> sources(Obligation one) {
    if (!one.isOfRow()) {
      return ruleSources(one);
    }
    return one.claim().isOfClients() ? codeSources(one) : rowSources(one);
  }

  /** What a client owes for a code stands with the code. */
  private static List<String> codeSources(Obligation one) {
    SourceLines source = SourceLines.ofResource(CONTRACT);
    List<String> lines = new ArrayList<>();
    catalogue(lines, source, one.id().split("/", -1)[1]);
    add(
        lines,
        source,
        "under Retrying, what a client owes its caller",
        List.of("info", "description"));
    return lines;
  }

  private static void catalogue(List<String> lines, SourceLines source, String code) {
    add(lines, source, "the code in the catalogue", List.of("x-error-catalogue", "code=" + code));
  }

  private List<String> rowSources(Obligation one) {
    String[] parts = one.id().split("/", -1);
    Operation operation = obligations.contract().operation(parts[0]);
    String method = operation.method().toLowerCase(Locale.ROOT);
    SourceLines source = SourceLines.ofResource(CONTRACT);
    List<String> lines = new ArrayList<>();
    add(
        lines,
        source,
        "the operation's answer of " + parts[1],
        List.of("paths", operation.path(), method, "responses", parts[1]));
    String reference = operation.node().path("responses").path(parts[1]).path("$ref").asText();
    if (!reference.isEmpty()) {
      add(lines, source, "what it refers to", List.of(reference.substring(2).split("/", -1)));
    }
    catalogue(lines, source, parts[2]);
    return lines;
  }

  private static List<String> ruleSources(Obligation one) {
    List<String> lines = new ArrayList<>();
    lines.add("  " + one.source());
    SourceLines.ofResource(RULES)
        .of(List.of("id=" + one.id()))
        .ifPresent(line -> lines.add("  rules.yaml, line %d".formatted(line)));
    return lines;
  }

  private static void add(List<String> lines, SourceLines source, String what, List<String> path) {
    source
        .of(path)
        .ifPresent(line ->
            lines.add(
                "  openapi.yaml, line %d: %s (%s)"
                    .formatted(line, what, String.join(" > ", path))));
  }

  private List<String> causes(Obligation one) {
    if (one.claim().isOfClients()) {
      return new ClientCauses(suites.clientCases(obligations.contract())).of(one.id());
    }
    List<String> names =
        suites.server(obligations, 0).stages().stream()
            .flatMap(List::stream)
            .filter(known -> known.decides().contains(one.id()))
            .map(Case::name)
            .distinct()
            .toList();
    if (names.isEmpty()) {
      return List.of("  by no case of this kit: UNREACHED, unless another case happens to see it");
    }
    List<String> lines =
        names.stream().limit(MOST).map(name -> "  " + name).collect(Collectors.toList());
    if (names.size() > MOST) {
      lines.add("  … and %d more".formatted(names.size() - MOST));
    }
    return lines;
  }

  private static String judged(Obligation one) {
    if (one.claim().isOfClients()) {
      return "by what arrived, when, and what the driver tells. " + CaseWords.tolerance();
    }
    String last = one.id().substring(one.id().lastIndexOf('/') + 1);
    Optional<Clause> clause =
        Arrays.stream(Clause.values()).filter(known -> known.slug().equals(last)).findFirst();
    return clause
        .map(known ->
            "in every answer of this row, whatever it was sent for: %s".formatted(known.promise()))
        .orElse("by the cases themselves, from what they sent and what came back");
  }
}
