package dev.waymark.conformance.targets;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.conformance.rules.Claim;
import dev.waymark.conformance.secrets.Secret;
import dev.waymark.conformance.targets.Profile.Keys;
import dev.waymark.conformance.targets.Profile.Limits;
import dev.waymark.conformance.targets.Profile.Model;
import dev.waymark.conformance.targets.Profile.Plans;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the {@link Profile} of a server from YAML. What a file leaves out is as {@link Profile#of}
 * has it, which is as with a Waymark that was started with its defaults.
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
    return profile(file, Fields.read(file, FIELDS));
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
        Promise.of(fields, defaults.promise().claims(), Claim.OF_SERVERS),
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
