package dev.waymark.server.generations;

import dev.waymark.server.models.Catalogue;
import dev.waymark.server.models.Model;
import dev.waymark.server.providers.Provider;
import dev.waymark.server.settings.ConfigurationFault;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which provider serves a model; settled, and every model file checked against it, when the server
 * starts.
 */
@Singleton
final class ModelProviders {
  private final Map<String, Served> served;

  /** A model and its provider. */
  record Served(Model model, Provider provider) {}

  /** Fails with a {@code ConfigurationFault} for a model that cannot be served. */
  ModelProviders(Catalogue catalogue, List<Provider> providers) {
    Map<String, Provider> byName =
        providers.stream()
            .collect(
                Collectors.toMap(
                    Provider::name, Function.identity(), (_, last) -> last, TreeMap::new));
    served =
        catalogue.models().stream()
            .collect(Collectors.toUnmodifiableMap(Model::slug, model -> served(model, byName)));
  }

  /** Nothing if the model is no longer in the catalogue. */
  Optional<Served> of(String model) {
    return Optional.ofNullable(served.get(model));
  }

  private static Served served(Model model, Map<String, Provider> providers) {
    Provider provider = providers.get(model.provider());
    if (provider == null) {
      throw new ConfigurationFault(
          "The model %s: provider is %s, which does not exist; there are %s."
              .formatted(model.slug(), model.provider(), String.join(", ", providers.keySet())));
    }
    provider
        .objection(model.parameters(), model.settings())
        .ifPresent(objection -> {
          throw new ConfigurationFault(
              "The model %s cannot be served by %s: %s."
                  .formatted(model.slug(), provider.name(), objection));
        });
    return new Served(model, provider);
  }
}
