package dev.waymark.conformance.targets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** The document in a profile file; an empty file is an empty mapping. */
final class ProfileYaml {
  private ProfileYaml() {}

  /**
   * What is in a file.
   *
   * @throws ProfileProblem if it cannot be read, or is no YAML
   */
  static Object read(Path file) {
    try {
      return parsed(file, Files.readString(file));
    } catch (IOException e) {
      throw new ProfileProblem(
          "The profile %s cannot be read; is the path right? Seen from %s."
              .formatted(file, Path.of("").toAbsolutePath().getFileName()));
    }
  }

  private static Object parsed(Path file, String yaml) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try {
      Object document = new Yaml(new SafeConstructor(options)).load(yaml);
      return Optional.ofNullable(document).orElse(Map.of());
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      throw new ProfileProblem(
          "%s is no YAML: %s (line %d, column %d)."
              .formatted(file, e.getProblem(), mark.getLine() + 1, mark.getColumn() + 1));
    } catch (YAMLException e) {
      throw new ProfileProblem("%s is no YAML: %s.".formatted(file, e.getMessage()));
    }
  }
}
