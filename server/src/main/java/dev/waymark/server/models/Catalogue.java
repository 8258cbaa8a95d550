package dev.waymark.server.models;

import dev.waymark.server.access.ModelAccess;
import dev.waymark.server.words.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The models on offer, as they were when the server started. */
public final class Catalogue {
  private final SortedMap<String, Model> models = new TreeMap<>();

  Catalogue(List<Model> models) {
    models.forEach(model -> this.models.put(model.slug(), model));
  }

  /** Fails with a {@code ConfigurationFault} if a file is not as it has to be. */
  static Catalogue read(CatalogueSettings settings) {
    return new Catalogue(settings.path().map(ModelFiles::in).orElseGet(ModelFiles::builtIn));
  }

  public Optional<Model> model(String slug) {
    return Optional.ofNullable(models.get(slug));
  }

  /** All models, by slug. */
  public List<Model> models() {
    return List.copyOf(models.values());
  }

  /** The models, by slug, that a caller may use. */
  public List<Model> usable(ModelAccess access) {
    return models.values().stream().filter(model -> model.lackOf(access).isEmpty()).toList();
  }

  /** Of those the most similar slug; nothing only if there are none. */
  public Optional<String> nearest(String slug, ModelAccess access) {
    return Nearest.of(slug, usable(access).stream().map(Model::slug).toList());
  }
}
