package dev.waymark.conformance.targets;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.conformance.rules.Claim;
import dev.waymark.conformance.secrets.Secret;
import dev.waymark.conformance.targets.Profile.Keys;
import dev.waymark.conformance.targets.Profile.Limits;
import dev.waymark.conformance.targets.Profile.Model;
import dev.waymark.conformance.targets.Profile.Plans;
import dev.waymark.conformance.targets.Profile.Promise;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads a {@link Profile} from YAML. What a file leaves out is as {@link Profile#of} has it, which
 * is as with a Waymark that was started with its defaults.
 */
public final class ProfileFile {
  private static final Set<String> FIELDS =
      Set.of(
          "name",
          "server",
          "operator-key",
          "caller-key",
          "plans",
          "model",
          "claims",
          "known-failures",
          "hooks",
          "patience",
          "connections");
  private static final String NOWHERE = "http://127.0.0.1:8080";

  private final KeySource keys;

  public ProfileFile(KeySource keys) {
    this.keys = keys;
  }

  /**
   * The profile in a file.
   *
   * @throws ProfileProblem if it cannot be read, is no YAML, or holds what a profile does not have
   */
  public Profile read(Path file) {
    try {
      return parsed(file, Files.readString(file));
    } catch (IOException e) {
      throw new ProfileProblem(
          "The profile %s cannot be read; is the path right? Seen from %s."
              .formatted(file, Path.of("").toAbsolutePath().getFileName()));
    }
  }

  private Profile parsed(Path file, String yaml) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try {
      Object document = new Yaml(new SafeConstructor(options)).load(yaml);
      return profile(
          file,
          Fields.of(file.toString(), "", Optional.ofNullable(document).orElse(Map.of()), FIELDS));
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      throw new ProfileProblem(
          "%s is no YAML: %s (line %d, column %d)."
              .formatted(file, e.getProblem(), mark.getLine() + 1, mark.getColumn() + 1));
    } catch (YAMLException e) {
      throw new ProfileProblem("%s is no YAML: %s.".formatted(file, e.getMessage()));
    }
  }

  private Profile profile(Path file, Fields fields) {
    URI server = Addresses.server(fields.text("server").orElse(NOWHERE));
    Profile defaults = Profile.of(server);
    return new Profile(
        fields.text("name").orElse(defaults.name()),
        server,
        new Keys(key(file, fields, "operator-key"), key(file, fields, "caller-key")),
        plans(fields, defaults.plans()),
        model(fields, defaults.model()),
        new Promise(claims(fields, defaults.promise().claims()), knownFailures(fields)),
        hooks(fields),
        new Limits(
            fields.time("patience").orElse(defaults.limits().patience()),
            fields.number("connections").orElse(defaults.limits().connections())));
  }

  private Optional<Secret> key(Path file, Fields fields, String name) {
    if (fields.value(name).isEmpty()) {
      return Optional.empty();
    }
    if (!(fields.value(name).get() instanceof Map)) {
      throw new ProfileProblem(
          "%s: %s says where the key is, as { env: VARIABLE } or { file: PATH }; a key itself has"
                  .formatted(file, name)
              + " no place in a profile.");
    }
    Fields source = fields.under(name, Set.of("env", "file"));
    String whose = file + ": the " + name.replace('-', ' ');
    Optional<String> path = source.text("file");
    return path.isPresent()
        ? Optional.of(keys.file(whose, file.resolveSibling(path.get())))
        : source.text("env").map(variable -> keys.variable(whose, variable));
  }

  private static Plans plans(Fields fields, Plans defaults) {
    Fields plans = fields.under("plans", Set.of("roomy", "small", "without-api"));
    return new Plans(
        plans.text("roomy").orElse(defaults.roomy()),
        plans.text("small").orElse(defaults.small()),
        plans.text("without-api").orElse(defaults.withoutApi()));
  }

  private static Model model(Fields fields, Model defaults) {
    Fields model = fields.under("model", Set.of("slug", "parameters", "restricted"));
    String parameters =
        model
            .value("parameters")
            .map(value -> {
              if (!(value instanceof Map)) {
                throw model.problem("parameters", "holds fields (name: value)", value);
              }
              return new ObjectMapper().valueToTree(value).toString();
            })
            .orElse(defaults.parameters());
    return new Model(
        model.text("slug").orElse(defaults.slug()),
        parameters,
        model.text("restricted").orElse(defaults.restricted()));
  }

  private static Set<Claim> claims(Fields fields, Set<Claim> defaults) {
    List<?> list = fields.list("claims");
    return list.isEmpty() ? defaults : claims(list.stream().map(String::valueOf).toList());
  }

  /**
   * Those with these slugs.
   *
   * @throws ProfileProblem if there is no such claim
   */
  public static Set<Claim> claims(Collection<String> slugs) {
    try {
      return slugs.stream().map(Claim::named).collect(Collectors.toCollection(LinkedHashSet::new));
    } catch (IllegalArgumentException e) {
      throw new ProfileProblem(e.getMessage() + ".");
    }
  }

  private static Map<String, String> knownFailures(Fields fields) {
    Object value = fields.value("known-failures").orElse(Map.of());
    if (!(value instanceof Map<?, ?> map)) {
      throw fields.problem("known-failures", "holds the reason by the obligation's id", value);
    }
    Map<String, String> reasons = new LinkedHashMap<>();
    map.forEach((id, reason) -> reasons.put(String.valueOf(id), String.valueOf(reason)));
    return reasons;
  }

  private static Map<Trouble, List<String>> hooks(Fields fields) {
    Set<String> slugs =
        Arrays.stream(Trouble.values()).map(Trouble::slug).collect(Collectors.toSet());
    Fields hooks = fields.under("hooks", slugs);
    Map<Trouble, List<String>> commands = new EnumMap<>(Trouble.class);
    for (Trouble trouble : Trouble.values()) {
      hooks.text(trouble.slug()).ifPresent(line -> commands.put(trouble, CommandHook.shell(line)));
    }
    return commands;
  }
}
