package dev.waymark.conformance.rules;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The rules that tests name. */
public final class TestedRules {
  private TestedRules() {}

  public static Set<String> ids() {
    return new ClassFileImporter()
        .importPackages("dev.waymark.conformance").stream()
            .flatMap(type -> type.getMethods().stream())
            .filter(method -> method.isAnnotatedWith(Rule.class))
            .flatMap(method -> Arrays.stream(method.getAnnotationOfType(Rule.class).value()))
            .collect(Collectors.toCollection(TreeSet::new));
  }
}
