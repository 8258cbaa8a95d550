package dev.waymark.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.client.transport.Json;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to change of a key (RFC 7396): what is not named stays as it is, and {@code without…} lifts
 * a limit. Immutable; of several changes of the same thing the last one counts.
 */
public final class KeyChange {

  private static final KeyChange NOTHING = new KeyChange(Map.of());

  /** By name as on the wire; null lifts a limit. */
  private final Map<String, @Nullable Object> fields;

  private KeyChange(Map<String, @Nullable Object> fields) {
    this.fields = fields;
  }

  /** To begin with; it must change something before it is sent. */
  public static KeyChange nothing() {
    return NOTHING;
  }

  public KeyChange withName(String name) {
    return with("name", name);
  }

  /** All scopes that it is to have. */
  public KeyChange withScopes(Scope... scopes) {
    return withScopes(Words.copy(List.of(scopes)));
  }

  /** All scopes that it is to have. */
  public KeyChange withScopes(Set<Scope> scopes) {
    return with("scopes", Words.each(scopes, Scope::name));
  }

  /** The only models that it may use. */
  public KeyChange withModels(String... models) {
    return with("models", some(Words.copy(List.of(models))));
  }

  /** It may use all models of its account. */
  public KeyChange withoutModels() {
    return with("models", null);
  }

  /** The only addresses, or ranges in CIDR notation, that it may be used from. */
  public KeyChange withAllowedIps(String... addresses) {
    return with("allowed_ips", some(Words.copy(List.of(addresses))));
  }

  /** It may be used from anywhere. */
  public KeyChange withoutAllowedIps() {
    return with("allowed_ips", null);
  }

  /** What it may spend in a calendar month (UTC). */
  public KeyChange withCreditsPerMonth(long credits) {
    return with("credits_per_month", credits);
  }

  /** It may spend as much as the account can. */
  public KeyChange withoutCreditsPerMonth() {
    return with("credits_per_month", null);
  }

  /** When it ends; later than now. */
  public KeyChange withExpiresAt(Instant end) {
    return with("expires_at", end);
  }

  /** It does not end by itself. */
  public KeyChange withoutExpiresAt() {
    return with("expires_at", null);
  }

  public KeyChange withErrorFormat(ErrorFormat format) {
    return with("error_format", format.toWire().getValue());
  }

  JsonNode toWire() {
    if (fields.isEmpty()) {
      throw new IllegalArgumentException("The change changes nothing: say what");
    }
    ObjectNode patch = Json.mapper().createObjectNode();
    // One by one: of a map as a whole, the mapper leaves out what is null.
    fields.forEach((field, value) -> patch.set(field, Json.mapper().valueToTree(value)));
    return patch;
  }

  private KeyChange with(String field, @Nullable Object value) {
    Map<String, @Nullable Object> more = new LinkedHashMap<>(fields);
    more.put(field, value);
    return new KeyChange(Collections.unmodifiableMap(more));
  }

  private static Collection<String> some(Collection<String> words) {
    if (words.isEmpty()) {
      throw new IllegalArgumentException("A limit to nothing: name one, or lift it with without…");
    }
    return words;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof KeyChange change && fields.equals(change.fields);
  }

  @Override
  public int hashCode() {
    return fields.hashCode();
  }

  @Override
  public String toString() {
    return "KeyChange" + fields;
  }
}
