package dev.waymark.conformance.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.drivers.DriverProtocol;
import dev.waymark.conformance.drivers.Patience;
import dev.waymark.conformance.drivers.Program;
import dev.waymark.conformance.verdicts.Finding;
import dev.waymark.conformance.verdicts.Findings;
import dev.waymark.conformance.verdicts.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The driver that {@code client --protocol} shows runs as it stands there. */
final class SkeletonTest {
  private static final Set<String> CASES =
      Set.of("unauthorized", "rate-limit", "insufficient-credits", "success-always-cut");

  @TempDir private Path folder;

  @Test
  void the_driver_in_python_calls_and_tells_what_came() throws IOException {
    Matcher shown =
        Pattern.compile("```python\\n(.*?)```", Pattern.DOTALL).matcher(DriverProtocol.text());
    assertThat(shown.find()).isTrue();
    Path driver = Files.writeString(folder.resolve("driver.py"), shown.group(1));
    Findings findings = new Findings();

    try (Program program = Program.start(List.of("python3", driver.toString()), Patience.USUAL)) {
      assertThat(program.name()).isEqualTo("my-client 1.0");
      ClientSuite.of(Contract.read(), Pace.REAL)
          .only(one -> CASES.contains(one.name()))
          .run(new LiveStage(program), findings, _ -> {});
    }

    assertThat(findings.all())
        .filteredOn(one -> one.verdict() == Verdict.PASS)
        .extracting(Finding::obligation)
        .contains(
            "READ-01",
            "READ-02",
            "READ-05",
            "READ-06",
            "client/UNAUTHORIZED/401/code",
            "client/INSUFFICIENT_CREDITS/402/next",
            "client/RATE_LIMIT/429/request-id",
            "client/RATE_LIMIT/429/wait");
    assertThat(findings.all())
        .filteredOn(one -> one.verdict() == Verdict.FAIL)
        .extracting(Finding::obligation)
        .containsExactlyInAnyOrder("SEND-03", "client/RATE_LIMIT/429/resend");
  }
}
