package dev.waymark.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.errors.ChargeState;
import java.util.Arrays;
import java.util.Optional;

/**
 * What has become of the credits of a call or a generation: {@code credits} of them are {@code
 * state}.
 */
public record Charge(ChargeState state, long credits) {

  static Optional<Charge> from(JsonNode json) {
    JsonNode credits = json.path("credits");
    return Arrays.stream(ChargeState.values())
        .filter(state -> state.wireName().equals(json.path("state").textValue()))
        .filter(state -> credits.isIntegralNumber() && credits.canConvertToLong())
        .map(state -> new Charge(state, credits.longValue()))
        .findFirst();
  }
}
