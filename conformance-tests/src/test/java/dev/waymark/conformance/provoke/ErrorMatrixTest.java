package dev.waymark.conformance.provoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.contract.ContractFolder;
import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.matrix.ErrorTable;
import dev.waymark.conformance.obligations.Row;
import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.rules.Rules;
import dev.waymark.conformance.rules.TestedRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The committed table is what the contract, the recipes and the rules make of it. */
final class ErrorMatrixTest {
  private static final Path COMMITTED =
      ContractFolder.path().resolveSibling("conformance-tests").resolve("error-matrix.md");
  private static final String COMMAND =
      "./mvnw -pl conformance-tests -am verify -Dtest=ErrorMatrixTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dwaymark.matrix=write";

  private final Contract contract = Contract.read();
  private final Rules rules = Rules.read();

  @Test
  @Rule("ERR-10")
  void the_committed_table_is_up_to_date() throws IOException {
    String made = new ErrorTable(contract, rules, means(), ErrorMatrixTest::words).text(COMMAND);
    if (System.getProperty("waymark.matrix", "").equals("write")) {
      Files.writeString(COMMITTED, made);
    }
    String committed = Files.exists(COMMITTED) ? Files.readString(COMMITTED) : "";
    assertThat(differences(committed.lines().toList(), made.lines().toList()))
        .as("error-matrix.md is not up to date (- committed, + made now); to write it: %s", COMMAND)
        .isEmpty();
  }

  @Test
  @Rule("ERR-10")
  void every_listed_code_has_a_recipe_and_rules_in_force_that_a_test_names() {
    assertThat(Listed.all())
        .allSatisfy(listed -> {
          assertThat(Recipes.of(Row.of(listed.operation(), listed.row())))
              .as("%s", listed)
              .isPresent();
          assertThat(rules.about(listed.code())).as("rules about %s", listed.code()).isNotEmpty();
        });
    assertThat(Listed.all().flatMap(listed -> rules.about(listed.code()).stream()))
        .isSubsetOf(TestedRules.ids());
  }

  private static Map<String, String> means() {
    Map<String, String> means = new LinkedHashMap<>();
    Arrays.stream(Means.values()).forEach(one -> means.put(word(one), one.meaning()));
    return means;
  }

  private static ErrorTable.How words(Operation operation, String code) {
    Recipe recipe = new Listed(operation, code).recipe();
    return new ErrorTable.How(word(recipe.means()), recipe.how());
  }

  private static String word(Means means) {
    return means.name().toLowerCase(Locale.ROOT);
  }

  private static List<String> differences(List<String> committed, List<String> made) {
    List<String> differences = new ArrayList<>();
    committed.stream()
        .filter(line -> !made.contains(line))
        .forEach(line -> differences.add("- " + line));
    made.stream()
        .filter(line -> !committed.contains(line))
        .forEach(line -> differences.add("+ " + line));
    if (differences.isEmpty() && !committed.equals(made)) {
      differences.add("the same lines in another order");
    }
    return differences;
  }
}
