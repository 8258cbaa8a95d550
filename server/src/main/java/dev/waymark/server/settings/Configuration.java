package dev.waymark.server.settings;

import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * All values in force: the defaults, under what a file, the environment and the command line set.
 *
 * <p>A name that no setting has, or a value that is not of its setting's kind, is a {@link
 * ConfigurationFault}. Bounds are checked by the settings records when they are made.
 */
public record Configuration(Map<String, Object> values) {
  private static final String FRAMEWORK = "micronaut.";
  private static final String VARIABLES = "WAYMARK_";

  /** Switches of the program, and what the client reads: who works with both has them all set. */
  private static final Set<String> NO_SETTINGS =
      Set.of("WAYMARK_CONFIG", "WAYMARK_DEBUG", "WAYMARK_API_KEY", "WAYMARK_BASE_URL");

  public Configuration {
    values = Map.copyOf(values);
  }

  /** The settings of a program that is started by a person or a service manager. */
  public static Configuration of(CommandLine line, Map<String, String> environment) {
    List<Given> given = new ArrayList<>();
    String file = line.config().orElse(environment.getOrDefault("WAYMARK_CONFIG", ""));
    if (!file.isBlank()) {
      given.addAll(ConfigurationFile.read(Path.of(file)));
    }
    environment.forEach((name, value) -> {
      if (name.startsWith(VARIABLES) && !NO_SETTINGS.contains(name)) {
        given.add(new Given(name, Placeholders.escaped(value), name));
      }
    });
    for (Given option : line.given()) {
      String key = option.key().startsWith(KnownSetting.ROOT) ? "" : KnownSetting.ROOT;
      Object value = Placeholders.escaped(option.value().toString());
      given.add(new Given(key + option.key(), value, option.origin()));
    }
    return merged(given);
  }

  /** The defaults under these values, whose keys are written out: {@code waymark.port}. */
  public static Configuration of(Map<String, Object> overrides) {
    List<Given> given = new ArrayList<>();
    overrides.forEach((key, value) -> given.add(new Given(key, value, key)));
    return merged(given);
  }

  /** For the framework, which takes nothing from anywhere else. */
  public PropertySource propertySource() {
    return PropertySource.of("waymark", values);
  }

  private static Configuration merged(List<Given> given) {
    Reference reference = Reference.read();
    Map<String, Object> values = defaults();
    for (Given one : given) {
      if (one.key().startsWith(FRAMEWORK)) {
        values.put(one.key(), one.value());
      } else {
        KnownSetting setting = known(reference, one);
        values.put(setting.key(), checked(setting, one));
      }
    }
    return new Configuration(values);
  }

  private static KnownSetting known(Reference reference, Given given) {
    return reference
        .find(given.key())
        .orElseThrow(() ->
            new ConfigurationFault(
                "There is no setting %s: did you mean %s? See --help for all of them."
                    .formatted(given.origin(), suggestion(reference, given))));
  }

  private static String suggestion(Reference reference, Given given) {
    KnownSetting nearest = reference.nearest(given.key());
    if (given.origin().startsWith("--")) {
      return "--" + nearest.option();
    }
    return given.origin().startsWith(VARIABLES)
        ? nearest.key().toUpperCase(Locale.ROOT).replaceAll("[.-]", "_")
        : nearest.key();
  }

  private static Object checked(KnownSetting setting, Given given) {
    if (!setting.kind().accepts(given.value())) {
      throw new ConfigurationFault(
          "%s is \"%s\": set it to %s."
              .formatted(given.origin(), given.value(), setting.kind().allowed()));
    }
    return given.value();
  }

  private static Map<String, Object> defaults() {
    try (InputStream stream = Configuration.class.getResourceAsStream(Reference.RESOURCE)) {
      return new LinkedHashMap<>(
          new YamlPropertySourceLoader().read(Reference.RESOURCE, Objects.requireNonNull(stream)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
