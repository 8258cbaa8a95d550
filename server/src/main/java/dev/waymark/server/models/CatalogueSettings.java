package dev.waymark.server.models;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;

/** Where models and plans are read from; empty text stands for what is built in. */
@Singleton
public record CatalogueSettings(
    @Property(name = "waymark.models.folder") String folder,
    @Property(name = "waymark.plans.file") String plans) {

  /** The folder of model files, if it is not the built-in one. */
  public Optional<Path> modelsFolder() {
    return folder.isBlank() ? Optional.empty() : Optional.of(Path.of(folder));
  }

  /** The file of plans, if it is not the built-in one. */
  public Optional<Path> plansFile() {
    return plans.isBlank() ? Optional.empty() : Optional.of(Path.of(plans));
  }
}
