package dev.waymark.conformance.reports;

import dev.waymark.conformance.obligations.Obligations;
import dev.waymark.conformance.rules.Rules;
import dev.waymark.conformance.verdicts.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * {@code matrix.html}: all that a run came to, for a person, in one file that loads nothing and
 * needs no script. Summary first, then one table for each operation, then the numbered rules, then
 * what was not looked at.
 */
public record MatrixPage(RunReport report, Obligations obligations, Rules rules) {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

  public String text() {
    MatrixTables tables = new MatrixTables(report, obligations);
    return """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>%s · %s</title>
    <style>
    %s</style>
    </head>
    <body>
    <header class="%s">
    <p class="what">Waymark error contract</p>
    <h1>%s</h1>
    <dl class="facts">
    <dt>tested</dt><dd>%s</dd>
    <dt>when</dt><dd>%s, for %s s</dd>
    <dt>kit</dt><dd>%s</dd>
    <dt>again</dt><dd><code>%s</code></dd>
    </dl>
    </header>
    <main>
    %s%s%s%s%s</main>
    <script>
    %s</script>
    </body>
    </html>
    """
        .formatted(
            Html.text(Sentences.verdict(report)),
            Html.text(report.subject()),
            resource("matrix.css"),
            report.exitCode() == 0 ? "kept" : "broken",
            Html.text(Sentences.verdict(report)),
            Html.text(report.subject()),
            WHEN.format(report.begun()),
            Math.ceilDiv(report.took().toMillis(), 1000),
            Html.text(report.kit()),
            Html.text(report.command()),
            counts(),
            FirstThings.of(report),
            tables.overview() + tables.all(),
            RulesTable.of(report),
            Unseen.of(report, rules),
            resource("matrix.js"));
  }

  private String counts() {
    String chips =
        report.counts().entrySet().stream()
            .filter(count -> count.getValue() > 0)
            .map(MatrixPage::chip)
            .collect(Collectors.joining());
    return """
    <section aria-label="Counts">
    <ul class="chips">
    %s</ul>
    </section>
    """
        .formatted(chips);
  }

  private static String chip(Map.Entry<Verdict, Long> count) {
    return "<li>%s <strong>%s</strong> <span>%s</span><small>%s</small></li>\n"
        .formatted(
            Html.badge(count.getKey()),
            Sentences.number(count.getValue()),
            Sentences.word(count.getKey()),
            Html.text(Sentences.meaning(count.getKey())));
  }

  private static String resource(String name) {
    try (InputStream in = MatrixPage.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
