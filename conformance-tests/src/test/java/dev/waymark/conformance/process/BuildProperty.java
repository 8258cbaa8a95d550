package dev.waymark.conformance.process;

import java.nio.file.Files;
import java.nio.file.Path;

/** Places that the build tells the tests: it sets them as system properties. */
public final class BuildProperty {
  private BuildProperty() {}

  /** Fails when the build did not say, or did not make, what is asked for. */
  public static Path path(String name) {
    String value = System.getProperty(name);
    if (value == null) {
      throw new IllegalStateException(
          "The system property %s is not set: run the tests with ./mvnw verify, or set it."
              .formatted(name));
    }
    Path path = Path.of(value).toAbsolutePath().normalize();
    if (!Files.exists(path)) {
      throw new IllegalStateException(
          "There is no %s (%s): ./mvnw verify makes it.".formatted(path, name));
    }
    return path;
  }
}
