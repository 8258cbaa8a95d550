package dev.waymark.server.generations;

import dev.waymark.server.access.Mode;
import dev.waymark.server.ids.GenerationId;
import dev.waymark.server.models.Catalogue;
import dev.waymark.server.models.Kind;
import dev.waymark.server.models.Model;
import dev.waymark.server.providers.Assignment;
import dev.waymark.server.providers.Found;
import dev.waymark.server.providers.Media;
import dev.waymark.server.providers.Provider;
import dev.waymark.server.providers.ProviderException;
import dev.waymark.server.providers.StandIn;
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
  private final Map<String, Provided> provided;
  private final StandIn standIn;

  /** A model, what makes its outputs, and who knows what has become of them. */
  record Served(Model model, Maker maker, Finder finder) {}

  /** Finds out what has become of a generation that may have been begun before. */
  @FunctionalInterface
  interface Finder {
    Found find(GenerationId generation) throws ProviderException, InterruptedException;
  }

  /** Makes one output, or throws why it could not. */
  @FunctionalInterface
  interface Maker {
    Media make(Assignment assignment) throws ProviderException, InterruptedException;
  }

  private record Provided(Model model, Provider provider) {}

  /** Fails with a {@code ConfigurationFault} for a model that cannot be served. */
  ModelProviders(Catalogue catalogue, List<Provider> providers, StandIn standIn) {
    this.standIn = standIn;
    Map<String, Provider> byName =
        providers.stream()
            .collect(
                Collectors.toMap(
                    Provider::name, Function.identity(), (_, last) -> last, TreeMap::new));
    provided =
        catalogue.models().stream()
            .collect(Collectors.toUnmodifiableMap(Model::slug, model -> provided(model, byName)));
  }

  /**
   * Nothing if the model is no longer in the catalogue. A test key's jobs never reach a provider
   * that costs money.
   */
  Optional<Served> of(String model, Mode mode) {
    return Optional.ofNullable(provided.get(model)).map(known -> served(known, mode));
  }

  private Served served(Provided known, Mode mode) {
    Model model = known.model();
    Provider provider = known.provider();
    boolean own =
        switch (mode) {
          case LIVE -> true;
          case TEST -> !provider.costs();
        };
    return own
        ? new Served(model, provider::generate, id -> provider.find(id, model.settings()))
        // It keeps nothing, and making again costs nothing.
        : new Served(model, standIn(model.kind()), _ -> new Found.Unknown());
  }

  private Maker standIn(Kind kind) {
    return switch (kind) {
      case IMAGE -> standIn::image;
    };
  }

  private static Provided provided(Model model, Map<String, Provider> providers) {
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
    return new Provided(model, provider);
  }
}
