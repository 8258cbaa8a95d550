package dev.waymark.server.models;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;

/** Where models are read from; empty text stands for what is built in. */
@Singleton
public record CatalogueSettings(@Property(name = "waymark.models.folder") String folder) {
  /** The folder of model files, if it is not the built-in one. */
  Optional<Path> path() {
    return folder.isBlank() ? Optional.empty() : Optional.of(Path.of(folder));
  }
}
