package dev.waymark.conformance.targets;

import dev.waymark.conformance.rules.Claim;
import dev.waymark.conformance.secrets.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a profile file says of a server that is tested.
 *
 * @param name of the server, for reports
 * @param server where it is
 * @param keys what opens it
 * @param plans which plans to make accounts on
 * @param model what to generate
 * @param promise what is to be kept
 * @param hooks commands by the slug of a {@link Trouble}, run by the shell with {@code begin} and
 *     {@code end} as their last word
 * @param limits how far it can be driven
 */
public record Profile(
    String name,
    URI server,
    Keys keys,
    Plans plans,
    Model model,
    Promise promise,
    Map<Trouble, List<String>> hooks,
    Limits limits) {
  public Profile {
    hooks = Map.copyOf(hooks);
  }

  /**
   * Keys of the server.
   *
   * @param operator makes accounts; without it only {@code caller} is used, and much stays
   *     UNREACHED
   * @param caller a key of an account that may be used up
   */
  public record Keys(Optional<Secret> operator, Optional<Secret> caller) {}

  /**
   * Plans by their slugs.
   *
   * @param roomy admits whatever a case does: 100 calls a minute or more, 3 generations or more
   * @param small admits as little as there is, so that limits are soon met
   * @param withoutApi has no API
   */
  public record Plans(String roomy, String small, String withoutApi) {}

  /**
   * A model that makes something quickly.
   *
   * @param slug its name
   * @param parameters beside model and prompt, as JSON
   * @param restricted a model that has to be enabled for an account
   */
  public record Model(String slug, String parameters, String restricted) {}

  /**
   * How far the server can be driven.
   *
   * @param patience how long an answer may take
   * @param connections that the server takes at once; 0 where it is not known
   */
  public record Limits(Duration patience, int connections) {}

  /** The built-in plans and models of a Waymark started with its defaults. */
  public static Profile of(URI server) {
    return new Profile(
        server.toString(),
        server,
        new Keys(Optional.empty(), Optional.empty()),
        new Plans("ultimate", "pro", "free"),
        new Model("mosaic-1", "{}", "atlas-studio-1"),
        new Promise(
            EnumSet.of(Claim.CORE, Claim.RATE_LIMIT, Claim.IDEMPOTENCY, Claim.BILLING), Map.of()),
        Map.of(),
        new Limits(Duration.ofSeconds(30), 0));
  }

  public Profile withServer(URI other) {
    String called = name.equals(server.toString()) ? other.toString() : name;
    return new Profile(called, other, keys, plans, model, promise, hooks, limits);
  }

  public Profile withOperatorKey(Secret key) {
    Keys other = new Keys(Optional.of(key), keys.caller());
    return new Profile(name, server, other, plans, model, promise, hooks, limits);
  }

  public Profile withOperatorKey(Optional<Secret> key) {
    return key.map(this::withOperatorKey).orElse(this);
  }

  public Profile withClaims(Set<Claim> claims) {
    return new Profile(name, server, keys, plans, model, promise.withClaims(claims), hooks, limits);
  }

  public Profile withPlans(Plans other) {
    return new Profile(name, server, keys, other, model, promise, hooks, limits);
  }

  public Profile withModel(Model other) {
    return new Profile(name, server, keys, plans, other, promise, hooks, limits);
  }

  public Profile withConnections(int connections) {
    Limits other = new Limits(limits.patience(), connections);
    return new Profile(name, server, keys, plans, model, promise, hooks, other);
  }
}
