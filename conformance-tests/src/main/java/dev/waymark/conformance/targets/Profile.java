package dev.waymark.conformance.targets;

import dev.waymark.conformance.rules.Claim;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a profile file says of who is tested.
 *
 * @param name of the server or client, for reports
 * @param server where it is
 * @param operatorKey makes accounts; without it only {@code callerKey} is used, and much stays
 *     UNREACHED
 * @param callerKey a key of an account that may be used up
 * @param plans which plans to make accounts on
 * @param model what to generate
 * @param claims what is claimed to be kept; all else is NOT-CLAIMED
 * @param knownFailures ids of obligations that are known to be broken, with the reason
 * @param hooks commands by the slug of a {@link Trouble}, run by the shell with {@code begin} and
 *     {@code end} as their last word
 * @param patience how long an answer may take
 * @param connections that the server takes at once; 0 where it is not known
 */
public record Profile(
    String name,
    URI server,
    Optional<Secret> operatorKey,
    Optional<Secret> callerKey,
    Plans plans,
    Model model,
    Set<Claim> claims,
    Map<String, String> knownFailures,
    Map<Trouble, List<String>> hooks,
    Duration patience,
    int connections) {
  public Profile {
    claims = Set.copyOf(claims);
    knownFailures = Map.copyOf(knownFailures);
    hooks = Map.copyOf(hooks);
  }

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

  /** The built-in plans and models of a Waymark started with its defaults. */
  public static Profile of(URI server) {
    return new Profile(
        server.toString(),
        server,
        Optional.empty(),
        Optional.empty(),
        new Plans("ultimate", "pro", "free"),
        new Model("mosaic-1", "{}", "atlas-studio-1"),
        EnumSet.of(Claim.CORE, Claim.RATE_LIMIT, Claim.IDEMPOTENCY, Claim.BILLING),
        Map.of(),
        Map.of(),
        Duration.ofSeconds(30),
        0);
  }

  public Profile withServer(URI other) {
    String called = name.equals(server.toString()) ? other.toString() : name;
    return new Profile(
        called,
        other,
        operatorKey,
        callerKey,
        plans,
        model,
        claims,
        knownFailures,
        hooks,
        patience,
        connections);
  }

  public Profile withOperatorKey(Secret key) {
    return new Profile(
        name,
        server,
        Optional.of(key),
        callerKey,
        plans,
        model,
        claims,
        knownFailures,
        hooks,
        patience,
        connections);
  }

  public Profile withOperatorKey(Optional<Secret> key) {
    return key.map(this::withOperatorKey).orElse(this);
  }

  public Profile withClaims(Set<Claim> other) {
    return new Profile(
        name,
        server,
        operatorKey,
        callerKey,
        plans,
        model,
        other,
        knownFailures,
        hooks,
        patience,
        connections);
  }

  public Profile withPlans(Plans other) {
    return new Profile(
        name,
        server,
        operatorKey,
        callerKey,
        other,
        model,
        claims,
        knownFailures,
        hooks,
        patience,
        connections);
  }

  public Profile withModel(Model other) {
    return new Profile(
        name,
        server,
        operatorKey,
        callerKey,
        plans,
        other,
        claims,
        knownFailures,
        hooks,
        patience,
        connections);
  }

  public Profile withConnections(int other) {
    return new Profile(
        name,
        server,
        operatorKey,
        callerKey,
        plans,
        model,
        claims,
        knownFailures,
        hooks,
        patience,
        other);
  }
}
