package dev.waymark.server.models;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.server.wallet.Credits;
import java.util.Objects;

/**
 * A checked request for one generation: the parameters in force, defaults and seed filled in, and
 * their price. JSON is copied on the way in and out, so an order never changes.
 */
public record Order(Model model, String prompt, ObjectNode parameters, Credits price) {
  public Order {
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(price, "price");
    if (prompt.isEmpty()) {
      throw new IllegalArgumentException("an order has a prompt");
    }
    parameters = parameters.deepCopy();
  }

  @Override
  public ObjectNode parameters() {
    return parameters.deepCopy();
  }
}
