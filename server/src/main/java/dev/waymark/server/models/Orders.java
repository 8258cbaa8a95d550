package dev.waymark.server.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.errors.Errors;
import dev.waymark.server.access.ModelAccess;
import dev.waymark.server.contract.Contract;
import dev.waymark.server.contract.Fault;
import dev.waymark.server.contract.InvalidParameters;
import dev.waymark.server.contract.JsonSchema;
import dev.waymark.server.contract.PlainNumbers;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads what callers ask for. The same body gives the same order, except for a seed that was left
 * out. Safe for use by many threads.
 */
@Singleton
public final class Orders {
  private final Catalogue catalogue;
  private final JsonSchema request;
  private final RandomGenerator random;
  private final Map<String, ModelParameters> parameters;

  @Inject
  Orders(Catalogue catalogue, Contract contract, RandomGenerator random) {
    this(catalogue, contract.schema("GenerateRequest"), random);
  }

  /** {@code random} is asked by many threads at once. */
  Orders(Catalogue catalogue, JsonSchema request, RandomGenerator random) {
    this.catalogue = catalogue;
    this.request = request;
    this.random = random;
    this.parameters =
        catalogue.models().stream().collect(Collectors.toMap(Model::slug, ModelParameters::new));
  }

  /**
   * The order in a body, for a caller that may use these models.
   *
   * <p>Refuses the model before its parameters, with {@code UNKNOWN_MODEL} or {@code
   * MODEL_NOT_ALLOWED}, and then with every fault that can be found. A body that names no model has
   * nothing but faults.
   */
  public Order read(JsonNode body, ModelAccess access) {
    JsonNode plain = PlainNumbers.in(body);
    List<Fault> faults = request.check(plain);
    String slug = plain.path("model").asText();
    Optional<ModelParameters> model = Optional.ofNullable(parameters.get(slug));
    Optional<ModelParameters> usable =
        model.filter(found -> found.model().lackOf(access).isEmpty());
    if (usable.isPresent() && plain instanceof ObjectNode asked) {
      return read(asked, usable.get(), faults);
    }
    if (!namesModel(plain, faults)) {
      InvalidParameters.refuseBodyWith(faults);
    }
    String nearest = catalogue.nearest(slug, access).orElse(null);
    throw model
        .flatMap(found -> found.model().lackOf(access))
        .map(lack -> Errors.modelNotAllowed(slug, lack.wireName(), nearest))
        .orElseGet(() -> Errors.unknownModel(slug, nearest));
  }

  private static boolean namesModel(JsonNode body, List<Fault> faults) {
    return body.path("model").isTextual()
        && faults.stream().noneMatch(fault -> fault.field().equals("model"));
  }

  private Order read(ObjectNode asked, ModelParameters parameters, List<Fault> contractFaults) {
    Model model = parameters.model();
    ObjectNode given = asked.deepCopy();
    given.remove(List.of("model", "prompt"));
    InvalidParameters.refuseBodyWith(
        Stream.of(contractFaults, promptFaults(asked, model.limits()), parameters.check(given))
            .flatMap(List::stream)
            .toList());
    ObjectNode inForce = parameters.inForce(given, random);
    return new Order(model, asked.path("prompt").asText(), inForce, model.price(inForce));
  }

  private static List<Fault> promptFaults(ObjectNode asked, ModelLimits limits) {
    String prompt = asked.path("prompt").asText();
    int most = limits.promptCharacters();
    return prompt.codePointCount(0, prompt.length()) <= most
        ? List.of()
        : List.of(new Fault("prompt", "must be at most " + most + " characters long"));
  }
}
