package dev.waymark.server.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.server.files.YamlFile;
import dev.waymark.server.settings.ConfigurationFault;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanFileTest {
  private static final String GOOD =
      """
      plans:
        - {slug: free, name: Free, api: false}
        - {slug: standard, name: Standard, api: false}
        - {slug: pro, name: Pro, api: true, calls_per_minute: 240, concurrent_generations: 5, credits_per_cycle: 0}
        - {slug: ultimate, name: Ultimate, api: true, calls_per_minute: 600, concurrent_generations: 20, credits_per_cycle: 1}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          plans:                | plan:                  | plan: is not known here (did you mean plans?); known are plans (and 1 more)
          slug: free            | slug: gratis           | plans: must have the plan free; needed are free, standard, pro, ultimate
          slug: standard        | slug: free             | plans[1].slug: must not be that of another plan (and 1 more)
          calls_per_minute: 240 | calls_per_minute: 0    | plans[2].calls_per_minute: must be a whole number from 1 to 1000000
          calls_per_minute: 240 | calls_per_minute: many | plans[2].calls_per_minute: must be a whole number from 1 to 1000000
          calls_per_minute: 240 | calls: 240             | plans[2].calls: is not known here (did you mean calls_per_minute?); known are slug, name, api, calls_per_minute, concurrent_generations, credits_per_cycle (and 1 more)
          name: Free            | credits_per_cycle: 1   | plans[0].credits_per_cycle: is not allowed here (and 1 more)
          api: true             | api: perhaps           | plans[2].api: must be true or false (and 3 more)
          """)
  void a_wrong_file_gives_one_line(String right, String wrong, String line) {
    assertThat(GOOD).contains(right);

    assertThatThrownBy(
            () -> PlanFile.read(YamlFile.parse("plans.yaml", GOOD.replaceFirst(right, wrong))))
        .isInstanceOf(ConfigurationFault.class)
        .hasMessage("plans.yaml: " + line);
  }

  @Test
  void an_operator_may_add_plans() {
    String more =
        GOOD
            + "  - {slug: house, name: House, api: true, calls_per_minute: 1,"
            + " concurrent_generations: 1, credits_per_cycle: 0}\n";

    assertThat(PlanFile.read(YamlFile.parse("plans.yaml", more)))
        .extracting(Plan::slug)
        .containsExactly("free", "standard", "pro", "ultimate", "house");
  }

  @Test
  void a_file_that_is_not_there_is_refused() {
    assertThatThrownBy(() -> PlanFile.at(Path.of("no", "such", "plans.yaml")))
        .isInstanceOf(ConfigurationFault.class)
        .hasMessage(Path.of("no", "such", "plans.yaml") + ": there is no such file");
  }
}
