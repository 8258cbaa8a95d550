package dev.waymark.conformance.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.obligations.Obligation;
import dev.waymark.conformance.reports.RunReport.Entry;
import dev.waymark.conformance.verdicts.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The exit code says what came out, and says nothing good of what nobody has seen. */
final class RunReportTest {
  private static final Obligation ANY = Reports.OBLIGATIONS.all().getFirst();

  @Test
  void what_is_kept_is_0_with_warnings_and_known_failures() {
    assertThat(of(Verdict.PASS, Verdict.UNREACHED, Verdict.SKIP).exitCode()).isZero();
    assertThat(of(Verdict.WARN, Verdict.NOT_CLAIMED).exitCode()).isZero();
    assertThat(of(Verdict.KNOWN_FAIL).exitCode()).isZero();
  }

  @Test
  void what_is_broken_is_1_and_what_the_kit_did_wrong_3() {
    assertThat(of(Verdict.PASS, Verdict.FAIL).exitCode()).isEqualTo(1);
    assertThat(of(Verdict.PASS, Verdict.STALE).exitCode()).isEqualTo(1);
    assertThat(of(Verdict.FAIL, Verdict.HARNESS_ERROR).exitCode()).isEqualTo(3);
  }

  @Test
  void a_run_that_saw_nothing_shows_nothing_to_be_kept() {
    RunReport nothing = of(Verdict.UNREACHED, Verdict.SKIP, Verdict.NOT_CLAIMED);

    assertThat(nothing.exitCode()).isEqualTo(1);
    assertThat(Sentences.verdict(nothing))
        .isEqualTo(
            "Nothing was seen, so nothing is shown to be kept: none of 2 obligations was brought"
                + " about.");
  }

  @Test
  void warnings_are_what_is_to_be_done_where_nothing_is_broken() {
    assertThat(FirstThings.of(of(Verdict.PASS, Verdict.WARN)))
        .contains("this could be better", ANY.id(), "so it is")
        .doesNotContain("Nothing: all");
    assertThat(FirstThings.of(of(Verdict.PASS))).contains("Nothing: all that is claimed");
  }

  private static RunReport of(Verdict... verdicts) {
    List<Entry> entries =
        Stream.of(verdicts).map(one -> new Entry(ANY, one, "so it is", List.of(), 1)).toList();
    return new RunReport("somebody", "kit", "command", Instant.EPOCH, Duration.ZERO, entries);
  }
}
