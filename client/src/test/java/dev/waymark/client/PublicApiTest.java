package dev.waymark.client;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dev.waymark.client",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class PublicApiTest {

  /** What a generator makes may change with the generator. */
  @ArchTest
  static final ArchRule nothing_generated_shows =
      methods()
          .that()
          .arePublic()
          .and()
          .areDeclaredInClassesThat()
          .arePublic()
          .should()
          .notHaveRawReturnType(JavaClass.Predicates.resideInAPackage("dev.waymark.generated.."));
}
