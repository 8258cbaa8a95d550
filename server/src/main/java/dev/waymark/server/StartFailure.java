package dev.waymark.server;

import dev.waymark.server.settings.ConfigurationFault;
import io.micronaut.context.exceptions.ConfigurationException;
import java.util.Optional;
import java.util.stream.Stream;

/** What an operator reads when a start failed, on one line, and what the process ends with. */
record StartFailure(String line, int exitCode) {
  private static final int UNEXPECTED = 1;
  private static final int CONFIGURATION = 2;
  private static final int LONGEST_CHAIN = 50;

  /** The framework wraps what its beans throw, several times over. */
  static StartFailure of(Throwable thrown) {
    Optional<ConfigurationFault> fault = first(thrown, ConfigurationFault.class);
    if (fault.isPresent()) {
      return new StartFailure(oneLine(fault.get()), CONFIGURATION);
    }
    Optional<ConfigurationException> configuration = first(thrown, ConfigurationException.class);
    if (configuration.isPresent()) {
      return new StartFailure(
          "The configuration cannot be used (%s): correct it; --help shows all settings."
              .formatted(oneLine(configuration.get())),
          CONFIGURATION);
    }
    Throwable root = causes(thrown).reduce((outer, inner) -> inner).orElse(thrown);
    return new StartFailure(
        "Waymark could not start (%s: %s): start it with --debug to see where."
            .formatted(root.getClass().getSimpleName(), oneLine(root)),
        UNEXPECTED);
  }

  private static <T extends Throwable> Optional<T> first(Throwable thrown, Class<T> type) {
    return causes(thrown).filter(type::isInstance).map(type::cast).findFirst();
  }

  private static Stream<Throwable> causes(Throwable thrown) {
    return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause).limit(LONGEST_CHAIN);
  }

  private static String oneLine(Throwable thrown) {
    return String.valueOf(thrown.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
