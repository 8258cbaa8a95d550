package dev.waymark.conformance.keys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a key ought to be after all that was done to it, and what a start with it ought to get. */
final class KeyModel {
  private static final long PRICE = 10;

  private final Map<String, JsonNode> fields = new LinkedHashMap<>();

  /** As the server said it was made. */
  KeyModel(JsonNode made) {
    made.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
  }

  /** RFC 7396, and the quota as the contract shows it. */
  void merge(JsonNode change, long used, Instant nextMonth) {
    change
        .properties()
        .forEach(field -> {
          boolean quota = field.getKey().equals("credits_per_month");
          String name = quota ? "quota" : field.getKey();
          if (field.getValue().isNull()) {
            fields.remove(name);
          } else {
            fields.put(name, quota ? quota(field.getValue(), used, nextMonth) : field.getValue());
          }
        });
  }

  void revoked(Instant now) {
    fields.putIfAbsent("revoked_at", JsonNodeFactory.instance.textNode(now.toString()));
  }

  /** The code that a start of {@code studio-1} from 127.0.0.1 gets; empty where it is accepted. */
  String start(Instant now) {
    if (fields.containsKey("revoked_at")) {
      return "KEY_REVOKED";
    }
    JsonNode expiry = fields.get("expires_at");
    if (expiry != null && !now.isBefore(Instant.parse(expiry.asText()))) {
      return "KEY_EXPIRED";
    }
    if (!allows("allowed_ips", "127.0.0.1")) {
      return "IP_NOT_ALLOWED";
    }
    if (!allows("scopes", "generations:write")) {
      return "SCOPE_MISSING";
    }
    if (!allows("models", "studio-1")) {
      return "MODEL_NOT_ALLOWED";
    }
    JsonNode quota = fields.get("quota");
    return quota != null
            && quota.path("used").asLong() + PRICE > quota.path("credits_per_month").asLong()
        ? "KEY_QUOTA_EXCEEDED"
        : "";
  }

  void spent() {
    JsonNode quota = fields.get("quota");
    if (quota != null) {
      ((ObjectNode) quota).put("used", quota.path("used").asLong() + PRICE);
    }
  }

  JsonNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    fields.forEach(json::set);
    return json;
  }

  private boolean allows(String limit, String wanted) {
    JsonNode allowed = fields.get(limit);
    return allowed == null || allowed.valueStream().anyMatch(one -> one.asText().equals(wanted));
  }

  private static ObjectNode quota(JsonNode credits, long used, Instant nextMonth) {
    ObjectNode quota = JsonNodeFactory.instance.objectNode();
    quota.set("credits_per_month", credits);
    return quota.put("used", used).put("resets_at", nextMonth.toString());
  }

  @Override
  public String toString() {
    return json().toString();
  }
}
