package dev.waymark.conformance.targets;

import dev.waymark.conformance.secrets.KeyText;
import dev.waymark.conformance.secrets.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where keys come from: a variable of the environment, or a file. Never from a command line or a
 * profile itself, where others can read them.
 *
 * @param environment as {@link System#getenv()} has it
 */
public record KeySource(Map<String, String> environment) {
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /**
   * What a variable holds.
   *
   * @param whose for the message: "the operator key"
   * @throws ProfileProblem if it is not set, or empty
   */
  public Secret variable(String whose, String name) {
    if (KeyText.PATTERN.matcher(name).find()) {
      throw new ProfileProblem(
          whose
              + " is taken from a variable or a file, never as it is: put it into a variable and"
              + " name that.");
    }
    return Optional.ofNullable(environment.get(name))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .map(Secret::new)
        .orElseThrow(() ->
            new ProfileProblem(
                "%s is to come from the variable %s, which is not set; run: export %2$s=…"
                    .formatted(whose, name)));
  }

  /**
   * What a file holds.
   *
   * @throws ProfileProblem if there is none, or it is empty
   */
  public Secret file(String whose, Path file) {
    try {
      String key = Files.readString(file).strip();
      if (key.isEmpty()) {
        throw new ProfileProblem(
            "%s is to come from the file %s, which is empty; put the key into it."
                .formatted(whose, file));
      }
      return new Secret(key);
    } catch (IOException e) {
      throw new ProfileProblem(
          "%s is to come from the file %s, which cannot be read; make it, or name another."
              .formatted(whose, file));
    }
  }

  /** A variable where the word can be the name of one that is set or that no file has. */
  public Secret named(String whose, String word) {
    boolean isFile =
        !environment.containsKey(word)
            && (!VARIABLE.matcher(word).matches() || Files.isRegularFile(Path.of(word)));
    return isFile && !KeyText.PATTERN.matcher(word).find()
        ? file(whose, Path.of(word))
        : variable(whose, word);
  }
}
