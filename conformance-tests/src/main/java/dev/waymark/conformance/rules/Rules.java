package dev.waymark.conformance.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
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
   * @param claim the part of the contract that a kept rule proves, if the kit can judge it from
   *     outside, with any server or client; empty where it takes a look inside
   * @param later the part of the product that it belongs to and that the contract does not have
   *     yet; empty if it is in force
   */
  public record Entry(String id, String rule, String source, Optional<Claim> claim, String later) {}

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
                Optional.ofNullable(row.get("claim")).map(slug -> Claim.named(slug).orElseThrow()),
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

  /** The ids of the rules that are in force. */
  public List<String> inForce() {
    return all.stream().filter(rule -> rule.later().isEmpty()).map(Entry::id).toList();
  }
}
