package dev.waymark.conformance.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.obligations.Row;
import dev.waymark.conformance.rules.Rules;
import dev.waymark.conformance.verdicts.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code matrix.html} can be read by a person, whatever a server has answered. */
final class MatrixPageTest {
  private static final RunReport REPORT = Reports.withEverything();
  private static final String PAGE =
      new MatrixPage(REPORT, Reports.OBLIGATIONS, Rules.read()).text();

  @Test
  void nothing_that_a_server_said_becomes_markup() {
    assertThat(PAGE)
        .doesNotContain("<script>alert")
        .doesNotContain("<b>Somebody</b>")
        .contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;")
        .contains("&lt;b&gt;Somebody&lt;/b&gt;")
        .doesNotContain("\u0000")
        .doesNotContain("\u001b");
    assertThat(PAGE.split("<script", -1)).hasSize(2);
  }

  @Test
  void it_loads_nothing_from_anywhere() {
    assertThat(PAGE).doesNotContain("<link", "<img", "<iframe", " src=", "@import", "url(");
    assertThat(all("href=\"([^\"]*)\"")).allMatch(link -> link.startsWith("#"));
  }

  @Test
  void every_link_leads_somewhere_on_the_page() {
    List<String> ids = all(" id=\"([^\"]*)\"");
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(ids).containsAll(all("href=\"#([^\"]*)\"").stream().distinct().toList());
  }

  @Test
  void every_row_has_its_cells_and_every_cell_its_letter() {
    assertThat(all("<tr class=\"proof\" id=\"([^\"]*)\""))
        .containsExactlyElementsOf(Reports.OBLIGATIONS.rows().stream().map(Row::id).toList());
    long cells = REPORT.entries().stream().filter(entry -> entry.obligation().isOfRow()).count();
    assertThat(all("<td class=\"([PFWKTUSNH])\"><a [^>]*>\\1</a></td>")).hasSize((int) cells);
  }

  @Test
  void each_verdict_has_a_letter_of_its_own() {
    assertThat(List.of(Verdict.values())).extracting(Html::letter).doesNotHaveDuplicates();
  }

  @Test
  void the_first_thing_said_is_what_came_out() {
    assertThat(PAGE)
        .contains("<h1>Nothing can be said for sure: the kit itself went wrong in 1 place.</h1>")
        .contains("waymark-conformance server --url http://x --seed 7")
        .contains("2026-11-22 10:00:00 UTC, for 62 s");
  }

  @Test
  void rules_that_no_kit_judges_are_listed_aloud() {
    assertThat(PAGE).contains("Not judged by any run of this kit", "<strong>ERR-01</strong>");
  }

  @Test
  void it_is_well_formed_and_of_a_sane_size() {
    for (String tag :
        List.of("section", "details", "table", "tr", "td", "th", "div", "pre", "ul")) {
      assertThat(all("(<" + tag + ")[ >]")).as(tag).hasSameSizeAs(all("(</" + tag + ">)"));
    }
    assertThat(PAGE.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(4 << 20);
  }

  private static List<String> all(String pattern) {
    return Pattern.compile(pattern)
        .matcher(PAGE)
        .results()
        .map((MatchResult one) -> one.group(1))
        .toList();
  }
}
