package dev.waymark.client;

import dev.waymark.generated.client.model.PriceRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One model.
 *
 * @param slug its name on the wire, as {@link GenerationRequest#of} takes it
 * @param name its name for people
 * @param parameters the JSON Schema of its own parameters
 * @param prices exactly one of them matches any valid set of parameters
 * @param promptCharacters the longest prompt, in Unicode code points
 * @param timeout how long the provider may work on one generation
 */
public record Model(
    String slug,
    String name,
    String description,
    Map<String, Object> parameters,
    List<Price> prices,
    int promptCharacters,
    Duration timeout) {

  public Model {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    prices = List.copyOf(prices);
  }

  /**
   * The credits that a generation costs whose parameters have these values; a parameter not named
   * may have any.
   */
  public record Price(Map<String, Object> when, long credits) {

    public Price {
      when = Collections.unmodifiableMap(new LinkedHashMap<>(when));
    }
  }

  static Model from(dev.waymark.generated.client.model.Model wire) {
    Required.field(wire, "a body");
    var limits = Required.field(wire.getLimits(), "limits");
    List<Price> prices = new ArrayList<>();
    for (PriceRow row : Required.field(wire.getPrices(), "prices")) {
      prices.add(
          new Price(
              Required.field(row.getWhen(), "prices.when"),
              Required.field(row.getCredits(), "prices.credits")));
    }
    return new Model(
        Required.field(wire.getModel(), "model"),
        Required.field(wire.getName(), "name"),
        Required.field(wire.getDescription(), "description"),
        Required.field(wire.getParameters(), "parameters"),
        prices,
        Required.field(limits.getPromptCharacters(), "limits.prompt_characters"),
        Duration.ofSeconds(Required.field(limits.getTimeoutSeconds(), "limits.timeout_seconds")));
  }
}
