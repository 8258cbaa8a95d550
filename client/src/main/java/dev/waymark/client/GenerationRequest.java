package dev.waymark.client;

import dev.waymark.generated.client.model.GenerateRequest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What to generate. {@code waymark.models().get(model)} tells the parameters that a model has;
 * which values are allowed is for the server to say.
 *
 * @param parameters the model's own, by name as on the wire
 */
public record GenerationRequest(String model, String prompt, Map<String, Object> parameters) {

  public GenerationRequest {
    if (model.isBlank()) {
      throw new IllegalArgumentException("No model: name one, such as atlas-1");
    }
    if (prompt.isEmpty()) {
      throw new IllegalArgumentException("No prompt: say what to make");
    }
    if (parameters.containsKey("model") || parameters.containsKey("prompt")) {
      throw new IllegalArgumentException(
          "model and prompt are given to of(…) and cannot be parameters as well");
    }
    parameters.forEach((name, value) -> Objects.requireNonNull(value, name));
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  public static GenerationRequest of(String model, String prompt) {
    return new GenerationRequest(model, prompt, Map.of());
  }

  /** The same with one parameter more, or with another value for it. */
  public GenerationRequest with(String parameter, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(parameters);
    more.put(parameter, value);
    return new GenerationRequest(model, prompt, more);
  }

  /** Without the prompt, which does not belong into a log. */
  @Override
  public String toString() {
    return "GenerationRequest[model=%s]".formatted(model);
  }

  GenerateRequest toWire() {
    GenerateRequest wire = new GenerateRequest().model(model).prompt(prompt);
    parameters.forEach(wire::putAdditionalProperty);
    return wire;
  }
}
