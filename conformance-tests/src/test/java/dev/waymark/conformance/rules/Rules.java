package dev.waymark.conformance.rules;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** {@code rules.yaml}. */
public record Rules(List<Entry> all) {
  private static final String RESOURCE = "/dev/waymark/conformance/rules.yaml";

  public Rules {
    all = List.copyOf(all);
  }

  /**
   * A rule.
   *
   * @param later the part of the product that it belongs to and that the contract does not have
   *     yet; empty if it is in force
   */
  public record Entry(String id, String rule, String source, String later) {}

  public static Rules read() {
    try (InputStream yaml = Rules.class.getResourceAsStream(RESOURCE)) {
      List<Map<String, String>> rows =
          new Yaml(new SafeConstructor(new LoaderOptions()))
              .load(Objects.requireNonNull(yaml, RESOURCE));
      List<Entry> all = new ArrayList<>();
      for (Map<String, String> row : rows) {
        all.add(
            new Entry(
                row.getOrDefault("id", ""),
                row.getOrDefault("rule", ""),
                row.getOrDefault("source", ""),
                row.getOrDefault("later", "")));
      }
      return new Rules(all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The ids of the rules in force that speak of a code, in their order. */
  public List<String> about(String code) {
    Pattern word = Pattern.compile("\\b" + code + "\\b");
    return all.stream()
        .filter(rule -> rule.later().isEmpty())
        .filter(rule -> word.matcher(rule.rule() + " " + rule.source()).find())
        .map(Entry::id)
        .toList();
  }

  /** The ids that tests name. */
  public Set<String> tested() {
    return new ClassFileImporter()
        .importPackages("dev.waymark.conformance").stream()
            .flatMap(type -> type.getMethods().stream())
            .filter(method -> method.isAnnotatedWith(Rule.class))
            .flatMap(method -> Arrays.stream(method.getAnnotationOfType(Rule.class).value()))
            .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The ids of the rules that are in force. */
  List<String> inForce() {
    return all.stream().filter(rule -> rule.later().isEmpty()).map(Entry::id).toList();
  }
}
