package dev.waymark.conformance;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.waymark.conformance.contract.Contract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of the house that a program can check, for what goes into the kit's jar. */
final class KitRulesTest {
  private static final JavaClasses CODE =
      new ClassFileImporter()
          .importUrl(Contract.class.getProtectionDomain().getCodeSource().getLocation());

  @Test
  void packages_are_capabilities_without_cycles() {
    slices().matching("dev.waymark.conformance.(*)..").should().beFreeOfCycles().check(CODE);
  }

  @Test
  void the_kit_knows_no_server_and_no_client() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "dev.waymark.server..", "dev.waymark.client..", "dev.waymark.generated.."))
        .check(CODE);
  }

  @Test
  void names_are_whole_words_of_the_field() {
    noClasses()
        .should()
        .haveNameMatching(".*(Manager|Helper|Utils?|Impl|Base|Data)(\\$.*)?")
        .check(CODE);
  }

  @Test
  void only_commands_speak_to_the_terminal() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..command..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(CODE);
  }

  @Test
  void nothing_static_changes() {
    fields().that().areStatic().should().beFinal().check(CODE);
  }

  @Test
  void no_class_can_be_inherited_from() {
    classes()
        .that()
        .areNotInterfaces()
        .and()
        .areNotEnums()
        .and()
        .areTopLevelClasses()
        .and()
        .doNotHaveSimpleName("package-info")
        .should()
        .haveModifier(JavaModifier.FINAL)
        .check(CODE);
  }

  @Test
  void no_file_is_longer_than_300_lines() throws IOException {
    assertThat(filesLongerThan(300, "main", "test")).isEmpty();
  }

  @Test
  void no_file_of_the_kit_is_longer_than_200_lines() throws IOException {
    assertThat(filesLongerThan(200, "main")).isEmpty();
  }

  private static Map<String, Long> filesLongerThan(long lines, String... trees) throws IOException {
    Map<String, Long> found = new TreeMap<>();
    for (String tree : trees) {
      try (Stream<Path> all = Files.walk(Path.of("src", tree, "java"))) {
        for (Path file : all.filter(one -> one.toString().endsWith(".java")).toList()) {
          try (Stream<String> text = Files.lines(file)) {
            long count = text.count();
            if (count > lines) {
              found.put(file.getFileName().toString(), count);
            }
          }
        }
      }
    }
    return found;
  }
}
