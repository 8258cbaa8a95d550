package dev.waymark.server.keys;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.server.access.Caller;
import dev.waymark.server.access.Mode;
import dev.waymark.server.access.NewKey;
import dev.waymark.server.access.Scope;
import dev.waymark.server.contract.Contract;
import dev.waymark.server.contract.Fault;
import dev.waymark.server.contract.InvalidParameters;
import dev.waymark.server.contract.JsonSchema;
import dev.waymark.server.contract.PlainNumbers;
import dev.waymark.server.contract.Rendering;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what kind of key a caller asks for. */
@Singleton
final class Wishes {
  private final JsonSchema schema;
  private final KeyRules rules;

  Wishes(Contract contract, KeyRules rules) {
    this.schema = contract.schema("KeyRequest");
    this.rules = rules;
  }

  /**
   * The wish in a body. Refuses with every fault that it has, then with {@code SCOPE_MISSING} where
   * the key would be able to do what its maker is not.
   */
  Wish read(JsonNode body, Caller caller) {
    JsonNode plain = PlainNumbers.in(body);
    Mode mode = mode(plain, caller);
    List<Fault> faults = new ArrayList<>(schema.check(plain));
    faults.addAll(rules.check(plain, mode));
    if (mode == Mode.LIVE && caller.key().mode() == Mode.TEST) {
      faults.add(new Fault("mode", "must be test: a test key makes test keys only"));
    }
    InvalidParameters.refuseBodyWith(faults);
    return new Wish(mode, key(plain, caller), KeyBody.credits(plain.path("credits_per_month")));
  }

  private static Mode mode(JsonNode body, Caller caller) {
    String asked = body.path("mode").asText();
    if (asked.equals(Mode.LIVE.wireName())) {
      return Mode.LIVE;
    }
    return asked.equals(Mode.TEST.wireName()) ? Mode.TEST : caller.key().mode();
  }

  private static NewKey key(JsonNode body, Caller caller) {
    return new NewKey(
        body.path("name").textValue(),
        scopes(body, caller),
        KeyBody.words(body.path("models")),
        KeyBody.words(body.path("allowed_ips")),
        KeyBody.time(body.path("expires_at")),
        body.has("error_format")
            ? KeyBody.errorFormat(body.path("error_format"))
            : Rendering.NATIVE);
  }

  private static Set<Scope> scopes(JsonNode body, Caller caller) {
    Set<Scope> wanted =
        KeyBody.scopes(body.path("scopes"))
            .<Set<Scope>>map(scopes -> scopes)
            .orElseGet(() ->
                Scope.USE.stream()
                    .filter(caller.key().scopes()::contains)
                    .collect(Collectors.toSet()));
    wanted.forEach(caller::require);
    return wanted;
  }
}
