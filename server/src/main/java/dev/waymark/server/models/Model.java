package dev.waymark.server.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.server.access.ModelAccess;
import dev.waymark.server.wallet.Credits;
import dev.waymark.server.words.DidYouMean;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One model on offer: for callers its parameters (a JSON Schema), prices and limits, for its
 * provider the settings.
 *
 * <p>A restricted model is only for accounts that it is enabled for. JSON is copied on the way in
 * and out, so a model never changes.
 */
public record Model(
    String slug,
    String name,
    String description,
    Kind kind,
    String provider,
    boolean restricted,
    ModelLimits limits,
    ObjectNode parameters,
    List<PriceRow> prices,
    ObjectNode settings) {
  private static final List<String> FIELDS_OF_ALL = List.of("model", "prompt");

  public Model {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(limits, "limits");
    if (slug.isBlank() || provider.isBlank()) {
      throw new IllegalArgumentException("a model has a slug and a provider");
    }
    parameters = parameters.deepCopy();
    prices = List.copyOf(prices);
    settings = settings.deepCopy();
  }

  @Override
  public ObjectNode parameters() {
    return parameters.deepCopy();
  }

  @Override
  public ObjectNode settings() {
    return settings.deepCopy();
  }

  /** What keeps a caller from it; nothing for those who may use it. */
  Optional<ModelAccess.Lack> lackOf(ModelAccess access) {
    return access.lack(slug, restricted);
  }

  /** The one price of parameters that are in force; every valid set of parameters has one. */
  Credits price(ObjectNode inForce) {
    List<PriceRow> matching = prices.stream().filter(row -> row.matches(inForce)).toList();
    if (matching.size() != 1) {
      throw new IllegalStateException(
          matching.size() + " price rows of " + slug + " match a set of parameters");
    }
    return matching.getFirst().credits();
  }

  boolean hasParameter(String parameter) {
    return parameters.path("properties").has(parameter);
  }

  /** The schema of a parameter that the model has. */
  JsonNode parameter(String parameter) {
    return parameters.path("properties").path(parameter);
  }

  boolean requires(String parameter) {
    return StreamSupport.stream(parameters.path("required").spliterator(), false)
        .anyMatch(name -> name.asText().equals(parameter));
  }

  /** The reason of a fault that names this parameter, which the model does not have. */
  String lackOf(String parameter) {
    List<String> names =
        parameters.path("properties").properties().stream().map(Map.Entry::getKey).toList();
    return "is not a parameter of this model%s; it has %s"
        .formatted(
            DidYouMean.question(
                parameter, Stream.concat(names.stream(), FIELDS_OF_ALL.stream()).toList()),
            names.isEmpty() ? "none" : String.join(", ", names));
  }
}
