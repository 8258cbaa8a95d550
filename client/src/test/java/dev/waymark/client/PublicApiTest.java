package dev.waymark.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.waymark.errors.ErrorCode;
import java.net.URL;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What users can get hold of: the public types of the main package and all that those show. */
final class PublicApiTest {

  /** From where they are and not by package, in which the tests are too. */
  private static final JavaClasses CLASSES =
      new ClassFileImporter().importUrls(List.of(home(WaymarkClient.class), home(ErrorCode.class)));

  private final Set<JavaClass> shown = shown();

  @Test
  void nothing_generated_and_nothing_of_the_transport_shows() {
    assertThat(shown)
        .extracting(JavaClass::getName)
        .noneMatch(name -> name.startsWith("dev.waymark.generated."))
        .noneMatch(name -> name.startsWith("dev.waymark.client.transport."));
  }

  /** Whose types show becomes a part of the promise, and its versions with it. */
  @Test
  void nothing_but_the_jdk_and_our_own_shows() {
    assertThat(shown)
        .extracting(JavaClass::getName)
        .allMatch(
            name -> name.startsWith("java.") || name.startsWith("dev.waymark.") || primitive(name));
  }

  /** What shows and cannot be named is of no use. */
  @Test
  void all_that_shows_is_public() {
    assertThat(shown)
        .filteredOn(type -> type.getName().startsWith("dev.waymark."))
        .allMatch(type -> type.getModifiers().contains(JavaModifier.PUBLIC));
  }

  /** The walk is computed: this is for the day when it finds nothing. */
  @Test
  void the_walk_reaches_what_users_hold() {
    assertThat(shown)
        .extracting(JavaClass::getSimpleName)
        .contains("WaymarkClient", "NewKey", "Quota", "RetryPolicy", "Limits", "Extras", "Path")
        .doesNotContain("RetryLoop", "Calls");
  }

  private static URL home(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation();
  }

  private static Set<JavaClass> shown() {
    Set<JavaClass> shown = new LinkedHashSet<>();
    Queue<JavaClass> next = new ArrayDeque<>();
    CLASSES.stream()
        .filter(type -> type.getPackageName().equals("dev.waymark.client"))
        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
        .forEach(next::add);
    while (!next.isEmpty()) {
      JavaClass type = next.remove().getBaseComponentType();
      if (shown.add(type) && type.getName().startsWith("dev.waymark.")) {
        members(type).flatMap(PublicApiTest::types).forEach(next::add);
        type.getRawSuperclass().ifPresent(next::add);
        next.addAll(type.getRawInterfaces());
      }
    }
    return shown;
  }

  private static Stream<JavaMember> members(JavaClass type) {
    return type.getMembers().stream()
        .filter(member ->
            member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED))
        .filter(member -> !member.getModifiers().contains(JavaModifier.SYNTHETIC));
  }

  /**
   * Of a field its type; of a method what it takes, returns and throws; with what is in brackets.
   */
  private static Stream<JavaClass> types(JavaMember member) {
    if (!(member instanceof JavaCodeUnit code)) {
      return raw(((JavaField) member).getType());
    }
    return Stream.of(
            raw(code.getReturnType()),
            code.getParameterTypes().stream().flatMap(PublicApiTest::raw),
            code.getExceptionTypes().stream())
        .flatMap(types -> types);
  }

  private static Stream<JavaClass> raw(JavaType type) {
    return type.getAllInvolvedRawTypes().stream();
  }

  private static boolean primitive(String name) {
    return Set.of("void", "boolean", "byte", "int", "long", "double").contains(name);
  }
}
