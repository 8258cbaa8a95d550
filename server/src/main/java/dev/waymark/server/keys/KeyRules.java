package dev.waymark.server.keys;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.server.access.Mode;
import dev.waymark.server.access.Scope;
import dev.waymark.server.addresses.AddressRange;
import dev.waymark.server.contract.Fault;
import dev.waymark.server.models.Catalogue;
import dev.waymark.server.models.Model;
import dev.waymark.server.words.Nearest;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the schema cannot say of the members that a new key and a change have in common. A member of
 * the wrong type is the schema's to complain about.
 */
@Singleton
final class KeyRules {
  private final Catalogue catalogue;
  private final Clock clock;

  KeyRules(Catalogue catalogue, Clock clock) {
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /** Everything that is wrong with a readable body, for a key of this mode. */
  List<Fault> check(JsonNode body, Mode mode) {
    List<Fault> faults = new ArrayList<>();
    faults.addAll(each(body, "scopes", scope -> scope(scope, mode)));
    faults.addAll(each(body, "models", this::model));
    faults.addAll(each(body, "allowed_ips", KeyRules::range));
    if (body.path("name").asText().indexOf('\0') >= 0) {
      faults.add(new Fault("name", "must not hold the character NUL"));
    }
    KeyBody.time(body.path("expires_at"))
        .filter(end -> !end.isAfter(clock.instant()))
        .ifPresent(_ -> faults.add(new Fault("expires_at", "must be later than now")));
    return faults;
  }

  private static Optional<String> scope(String scope, Mode mode) {
    return mode == Mode.TEST && scope.equals(Scope.OPERATOR.wireName())
        ? Optional.of("must not be operator, which test keys cannot be")
        : Optional.empty();
  }

  private Optional<String> model(String slug) {
    if (catalogue.model(slug).isPresent()) {
      return Optional.empty();
    }
    // Restricted ones are not named to whoever may not use them.
    List<String> open =
        catalogue.models().stream().filter(model -> !model.restricted()).map(Model::slug).toList();
    return Optional.of(
        "must be a model"
            + Nearest.of(slug, open).map(" (the nearest is %s)"::formatted).orElse(""));
  }

  private static Optional<String> range(String text) {
    return AddressRange.read(text).isPresent()
        ? Optional.empty()
        : Optional.of("must be an IPv4 or IPv6 address, or a range such as 203.0.113.0/24");
  }

  /** One fault for each entry of the list that has one. */
  private static List<Fault> each(
      JsonNode body, String member, Function<String, Optional<String>> reason) {
    List<Fault> faults = new ArrayList<>();
    JsonNode list = body.path(member);
    for (int index = 0; list.isArray() && index < list.size(); index++) {
      if (list.get(index).isTextual()) {
        String field = "%s[%d]".formatted(member, index);
        reason
            .apply(list.get(index).textValue())
            .ifPresent(text -> faults.add(new Fault(field, text)));
      }
    }
    return faults;
  }
}
