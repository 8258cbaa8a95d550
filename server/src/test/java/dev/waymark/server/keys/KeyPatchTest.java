package dev.waymark.server.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.server.access.ApiKey;
import dev.waymark.server.access.Mode;
import dev.waymark.server.access.Scope;
import dev.waymark.server.contract.Rendering;
import dev.waymark.server.ids.KeyId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Changes of keys, against the plain law of merge patches (RFC 7396) on their JSON. */
class KeyPatchTest {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final ApiKey BARE =
      new ApiKey(
          new KeyId("key_1"),
          "a name",
          "wm_live_0000",
          Mode.LIVE,
          Scope.USE,
          Optional.empty(),
          Optional.empty(),
          Rendering.NATIVE,
          Instant.EPOCH,
          Optional.empty(),
          Optional.of(Instant.EPOCH));

  @Property
  void a_change_does_what_a_merge_patch_does(
      @ForAll("patches") ObjectNode before, @ForAll("patches") ObjectNode patch) {
    ApiKey key = new KeyPatch(before).applyTo(BARE);

    assertThat(json(new KeyPatch(patch).applyTo(key))).isEqualTo(merged(json(key), patch));
  }

  @Property
  void twice_is_the_same_as_once(@ForAll("patches") ObjectNode patch) {
    ApiKey once = new KeyPatch(patch).applyTo(BARE);

    assertThat(new KeyPatch(patch).applyTo(once)).isEqualTo(once);
  }

  @Property
  void what_a_key_is_and_whether_it_is_revoked_never_changes(@ForAll("patches") ObjectNode patch) {
    ApiKey changed = new KeyPatch(patch).applyTo(BARE);

    assertThat(List.of(changed.id(), changed.prefix(), changed.mode(), changed.createdAt()))
        .isEqualTo(List.of(BARE.id(), BARE.prefix(), BARE.mode(), BARE.createdAt()));
    assertThat(changed.revokedAt()).isEqualTo(BARE.revokedAt());
  }

  @Property
  void only_scopes_that_the_key_does_not_have_are_added(@ForAll("patches") ObjectNode patch) {
    ApiKey changed = new KeyPatch(patch).applyTo(BARE);

    assertThat(new KeyPatch(patch).addedTo(BARE))
        .doesNotContainAnyElementsOf(BARE.scopes())
        .containsExactlyInAnyOrderElementsOf(
            changed.scopes().stream().filter(scope -> !BARE.scopes().contains(scope)).toList());
  }

  private static ObjectNode merged(ObjectNode target, ObjectNode patch) {
    ObjectNode merged = target.deepCopy();
    for (Map.Entry<String, JsonNode> member : patch.properties()) {
      if (member.getValue().isNull()) {
        merged.remove(member.getKey());
      } else if (!member.getKey().equals("credits_per_month")) {
        merged.set(member.getKey(), sorted(member.getKey(), member.getValue()));
      }
    }
    return merged;
  }

  private static ObjectNode json(ApiKey key) {
    ObjectNode json = JSON.objectNode();
    json.put("name", key.name());
    json.set("scopes", words(key.scopes().stream().map(Scope::wireName).sorted().toList()));
    key.models().ifPresent(models -> json.set("models", words(models.stream().sorted().toList())));
    key.allowedIps().ifPresent(ranges -> json.set("allowed_ips", words(ranges)));
    json.put("error_format", key.errorFormat().wireName());
    key.expiresAt().ifPresent(end -> json.put("expires_at", end.toString()));
    return json;
  }

  /** Scopes and models are sets. */
  private static JsonNode sorted(String member, JsonNode value) {
    return Set.of("scopes", "models").contains(member)
        ? words(value.valueStream().map(JsonNode::asText).sorted().toList())
        : value;
  }

  private static JsonNode words(List<String> words) {
    var list = JSON.arrayNode();
    words.forEach(list::add);
    return list;
  }

  @Provide
  Arbitrary<ObjectNode> patches() {
    return Arbitraries.maps(
            Arbitraries.of(
                "name",
                "scopes",
                "models",
                "allowed_ips",
                "credits_per_month",
                "expires_at",
                "error_format"),
            Arbitraries.integers().between(0, 3))
        .map(choices -> {
          ObjectNode patch = JSON.objectNode();
          choices.forEach((member, choice) -> patch.set(member, value(member, choice)));
          return patch;
        });
  }

  private static JsonNode value(String member, int choice) {
    return switch (member) {
      case "name" -> JSON.textNode("name " + choice);
      case "scopes" ->
          words(Scope.OWN.stream().sorted().skip(choice).limit(4).map(Scope::wireName).toList());
      case "error_format" ->
          JSON.textNode(List.of("native", "problem", "typed", "plain").get(choice));
      default -> choice == 0 ? JSON.nullNode() : limit(member, choice);
    };
  }

  private static JsonNode limit(String member, int choice) {
    return switch (member) {
      case "models" -> words(List.of("model-" + choice, "atlas-1"));
      case "allowed_ips" -> words(List.of("203.0.113." + choice, "10.0.0.0/8"));
      case "credits_per_month" -> JSON.numberNode(choice);
      default -> JSON.textNode("2030-01-0" + choice + "T00:00:00Z");
    };
  }
}
