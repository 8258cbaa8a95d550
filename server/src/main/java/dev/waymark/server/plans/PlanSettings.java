package dev.waymark.server.plans;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;

/** Where plans are read from; empty text stands for what is built in. */
@Singleton
public record PlanSettings(@Property(name = "waymark.plans.file") String file) {
  /** The file of plans, if it is not the built-in one. */
  Optional<Path> path() {
    return file.isBlank() ? Optional.empty() : Optional.of(Path.of(file));
  }
}
