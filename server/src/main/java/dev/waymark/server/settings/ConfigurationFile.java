package dev.waymark.server.settings;

import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads settings from a YAML file of the form of application.yml. */
final class ConfigurationFile {
  private ConfigurationFile() {}

  static List<Given> read(Path file) {
    List<Given> given = new ArrayList<>();
    for (Map.Entry<String, Object> entry : values(file).entrySet()) {
      // A key without a value says nothing.
      if (entry.getValue() != null) {
        given.add(new Given(entry.getKey(), entry.getValue(), entry.getKey() + " in " + file));
      }
    }
    return given;
  }

  private static Map<String, Object> values(Path file) {
    // A folder opens like a file on some systems, and fails only when it is read.
    if (Files.isDirectory(file)) {
      throw unreadable(file, new IOException("it is a folder"));
    }
    try (InputStream stream = Files.newInputStream(file)) {
      return new YamlPropertySourceLoader().read(file.toString(), stream);
    } catch (NoSuchFileException e) {
      throw new ConfigurationFault(
          "The configuration file %s does not exist: correct --config.".formatted(file), e);
    } catch (IOException e) {
      throw unreadable(file, e);
    } catch (YAMLException e) {
      throw new ConfigurationFault(
          "The configuration file %s is not YAML: %s.".formatted(file, oneLine(e)), e);
    }
  }

  private static ConfigurationFault unreadable(Path file, IOException e) {
    return new ConfigurationFault(
        "The configuration file %s cannot be read: make it a file that this user may read."
            .formatted(file),
        e);
  }

  private static String oneLine(YAMLException e) {
    return String.valueOf(e.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
