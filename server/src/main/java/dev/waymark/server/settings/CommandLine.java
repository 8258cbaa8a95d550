package dev.waymark.server.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands on the command line: switches, a configuration file, and settings. */
public record CommandLine(
    boolean help, boolean version, boolean debug, Optional<String> config, List<Given> given) {
  public CommandLine {
    given = List.copyOf(given);
  }

  /** Names of settings are looked at later; here only the form {@code --name=value} is. */
  public static CommandLine parse(List<String> arguments) {
    boolean help = false;
    boolean version = false;
    boolean debug = false;
    Optional<String> config = Optional.empty();
    List<Given> given = new ArrayList<>();
    for (String argument : arguments) {
      switch (argument) {
        case "--help", "-h" -> help = true;
        case "--version" -> version = true;
        case "--debug" -> debug = true;
        default -> {
          Given option = option(argument);
          if (option.key().equals("config")) {
            config = Optional.of(option.value().toString());
          } else {
            given.add(option);
          }
        }
      }
    }
    return new CommandLine(help, version, debug, config, given);
  }

  private static Given option(String argument) {
    int equals = argument.indexOf('=');
    if (!argument.startsWith("--") || equals < 3) {
      throw new ConfigurationFault(
          "The argument \"%s\" is not of the form --setting=value: write it so, as in --port=8081, or see --help."
              .formatted(argument));
    }
    String name = argument.substring(2, equals);
    return new Given(name, argument.substring(equals + 1), "--" + name);
  }
}
