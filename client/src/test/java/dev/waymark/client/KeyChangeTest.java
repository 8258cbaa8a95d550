package dev.waymark.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.client.transport.Json;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is left out, what is lifted and what is set are three things, and stay that. */
final class KeyChangeTest {

  /** One step, and the field and value that it leaves in the patch. */
  record Step(UnaryOperator<KeyChange> change, String field, String json) {

    @Override
    public String toString() {
      return field + "=" + json;
    }
  }

  @Property(tries = 500)
  void the_patch_names_what_was_changed_and_nothing_else(@ForAll("steps") List<Step> steps)
      throws JsonProcessingException {
    KeyChange change = KeyChange.nothing();
    ObjectNode expected = Json.mapper().createObjectNode();
    for (Step step : steps) {
      change = step.change().apply(change);
      expected.set(step.field(), Json.mapper().readTree(step.json()));
    }

    String sent = Json.mapper().writeValueAsString(change.toWire());

    JsonNode patch = Json.mapper().readTree(sent);
    assertThat(patch).isEqualTo(expected);
  }

  @Example
  void the_contracts_own_example_can_be_said() {
    KeyChange change = KeyChange.nothing().withCreditsPerMonth(500).withoutAllowedIps();

    assertThat(change.toWire().toString())
        .isEqualTo(Contract.request("patch", "/api/v1/keys/{key_id}", "quota").toString());
  }

  @Example
  void a_change_of_nothing_and_a_limit_to_nothing_are_not_sent() {
    assertThatIllegalArgumentException().isThrownBy(() -> KeyChange.nothing().toWire());
    assertThatIllegalArgumentException().isThrownBy(() -> KeyChange.nothing().withModels());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KeyChange.nothing().withErrorFormat(ErrorFormat.UNKNOWN));
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Instant end = Instant.parse("2027-11-21T10:00:00Z");
    return Arbitraries.of(
            new Step(change -> change.withName("a"), "name", "\"a\""),
            new Step(change -> change.withName("b"), "name", "\"b\""),
            new Step(change -> change.withScopes(Scope.KEYS_READ), "scopes", "[\"keys:read\"]"),
            new Step(change -> change.withScopes(), "scopes", "[]"),
            new Step(change -> change.withModels("m", "n"), "models", "[\"m\",\"n\"]"),
            new Step(KeyChange::withoutModels, "models", "null"),
            new Step(change -> change.withAllowedIps("::1"), "allowed_ips", "[\"::1\"]"),
            new Step(KeyChange::withoutAllowedIps, "allowed_ips", "null"),
            new Step(change -> change.withCreditsPerMonth(0), "credits_per_month", "0"),
            new Step(KeyChange::withoutCreditsPerMonth, "credits_per_month", "null"),
            new Step(change -> change.withExpiresAt(end), "expires_at", "\"" + end + "\""),
            new Step(KeyChange::withoutExpiresAt, "expires_at", "null"),
            new Step(
                change -> change.withErrorFormat(ErrorFormat.PLAIN), "error_format", "\"plain\""))
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }
}
