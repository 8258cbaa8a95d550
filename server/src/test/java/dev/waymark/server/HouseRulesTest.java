package dev.waymark.server;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of the house that a program can check. */
class HouseRulesTest {
  /** Files over 200 lines need a reason, and stand here until they have been thought about. */
  private static final Set<String> LONG_FILES = Set.of();

  private static final JavaClasses CODE =
      new ClassFileImporter()
          // Not what the framework generates beside our classes.
          .withImportOption(
              location -> !location.contains("/$") && !location.contains("$Introspection"))
          .importUrl(Waymark.class.getProtectionDomain().getCodeSource().getLocation());

  private static final DescribedPredicate<JavaMethodCall> WITHOUT_A_CLOCK =
      DescribedPredicate.describe(
          "call now() of java.time without a clock",
          call ->
              call.getTarget().getName().equals("now")
                  && call.getTargetOwner().getPackageName().equals("java.time")
                  && call.getTarget().getRawParameterTypes().isEmpty());

  private static final DescribedPredicate<JavaMethodCall> TIME_OF_THE_MACHINE =
      DescribedPredicate.describe(
          "ask the machine for the time or let it pass",
          call ->
              (call.getTargetOwner().isEquivalentTo(Thread.class)
                      && call.getTarget().getName().equals("sleep"))
                  || (call.getTargetOwner().isEquivalentTo(System.class)
                      && call.getTarget().getName().equals("currentTimeMillis")));

  @Test
  void packages_are_capabilities_without_cycles() {
    slices().matching("dev.waymark.server.(*)..").should().beFreeOfCycles().check(CODE);
  }

  @Test
  void nothing_but_the_program_itself_knows_the_program() {
    noClasses()
        .that()
        .resideInAPackage("dev.waymark.server.*..")
        .should()
        .dependOnClassesThat(resideInAPackage("dev.waymark.server"))
        .check(CODE);
  }

  @Test
  void the_time_is_asked_of_a_clock() {
    noClasses().should().callMethodWhere(WITHOUT_A_CLOCK).check(CODE);
  }

  @Test
  void time_and_sleep_come_in_by_constructor() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.waymark.server.time")
        .should()
        .callMethodWhere(TIME_OF_THE_MACHINE)
        .check(CODE);
  }

  @Test
  void generated_models_stop_at_controllers_and_their_views() {
    noClasses()
        .that()
        .haveNameNotMatching(".*(Controller|View|Answers)(\\$.*)?")
        .should()
        .dependOnClassesThat(resideInAPackage("dev.waymark.generated.server.model.."))
        .check(CODE);
  }

  @Test
  void generated_interfaces_are_implemented_by_controllers_only() {
    noClasses()
        .that()
        .haveNameNotMatching(".*Controller")
        .should()
        .dependOnClassesThat(resideInAPackage("dev.waymark.generated.server.api.."))
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
  void no_fraction_comes_near_the_wallet() {
    DescribedPredicate<JavaClass> fraction =
        DescribedPredicate.describe(
            "float or double",
            type ->
                Set.of("float", "double", "java.lang.Float", "java.lang.Double")
                    .contains(type.getName()));
    noFields()
        .that()
        .areDeclaredInClassesThat()
        .resideInAPackage("..wallet..")
        .should()
        .haveRawType(fraction)
        .check(CODE);
    noMethods()
        .that()
        .areDeclaredInClassesThat()
        .resideInAPackage("..wallet..")
        .should()
        .haveRawReturnType(fraction)
        .check(CODE);
    noClasses()
        .that()
        .resideInAPackage("..wallet..")
        .should()
        .dependOnClassesThat(fraction)
        .check(CODE);
  }

  @Test
  void nothing_static_changes() {
    fields().that().areStatic().should().beFinal().check(CODE);
  }

  @Test
  void there_is_no_lombok() {
    noClasses().should().dependOnClassesThat(resideInAPackage("lombok..")).check(CODE);
  }

  @Test
  void what_is_logged_goes_through_the_logger() {
    noClasses()
        .should()
        .dependOnClassesThat(resideInAnyPackage("java.util.logging", "org.apache.commons.logging"))
        .check(CODE);
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("dev.waymark.server.Waymark")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(CODE);
  }

  @Test
  void there_is_no_reflection_of_our_own() {
    noClasses().should().dependOnClassesThat(resideInAPackage("java.lang.reflect..")).check(CODE);
  }

  @Test
  void no_class_can_be_inherited_from() {
    classes()
        .that()
        .areNotInterfaces()
        .and()
        .areNotAnnotations()
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
  void files_longer_than_200_lines_have_been_thought_about() throws IOException {
    assertThat(filesLongerThan(200, "main").keySet()).isEqualTo(LONG_FILES);
  }

  private static Map<String, Long> filesLongerThan(long lines, String... trees) throws IOException {
    Map<String, Long> found = new TreeMap<>();
    for (String tree : trees) {
      for (Path file : javaFiles(Path.of("src", tree, "java"))) {
        try (Stream<String> all = Files.lines(file)) {
          long count = all.count();
          if (count > lines) {
            found.put(file.getFileName().toString(), count);
          }
        }
      }
    }
    return found;
  }

  private static List<Path> javaFiles(Path tree) throws IOException {
    try (Stream<Path> files = Files.walk(tree)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }
}
