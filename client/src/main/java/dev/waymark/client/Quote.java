package dev.waymark.client;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a generation would cost now.
 *
 * @param parameters the parameters that would be in force, defaults filled in
 * @param credits what would be held
 * @param balance what the account can spend now
 * @param affordable whether the balance covers it
 */
public record Quote(
    String model, Map<String, Object> parameters, long credits, long balance, boolean affordable) {

  public Quote {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  static Quote from(dev.waymark.generated.client.model.Quote wire) {
    Required.field(wire, "a body");
    return new Quote(
        Required.field(wire.getModel(), "model"),
        Required.field(wire.getParameters(), "parameters"),
        Required.field(wire.getCredits(), "credits"),
        Required.field(wire.getBalance(), "balance"),
        Required.field(wire.getAffordable(), "affordable"));
  }
}
