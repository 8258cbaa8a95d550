package dev.waymark.conformance.targets;

import dev.waymark.conformance.rules.Claim;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How much of the contract is to be kept.
 *
 * @param claims what is claimed to be kept; all else is NOT-CLAIMED
 * @param knownFailures ids of obligations that are known to be broken, with the reason
 */
public record Promise(Set<Claim> claims, Map<String, String> knownFailures) {
  public Promise {
    claims = Set.copyOf(claims);
    knownFailures = Map.copyOf(knownFailures);
  }

  /** What the fields {@code claims} and {@code known-failures} say. */
  static Promise of(Fields fields, Set<Claim> defaults, Set<Claim> possible) {
    List<String> slugs = fields.list("claims").stream().map(String::valueOf).toList();
    return new Promise(slugs.isEmpty() ? defaults : claims(slugs, possible), knownFailures(fields));
  }

  Promise withClaims(Set<Claim> others) {
    return new Promise(others, knownFailures);
  }

  /**
   * The claims with these slugs.
   *
   * @param possible {@link Claim#OF_SERVERS} or {@link Claim#OF_CLIENTS}
   * @throws ProfileProblem if one is not among them
   */
  public static Set<Claim> claims(Collection<String> slugs, Set<Claim> possible) {
    return slugs.stream().map(slug -> claim(slug, possible)).collect(Collectors.toSet());
  }

  private static Claim claim(String slug, Set<Claim> possible) {
    return Claim.named(slug)
        .filter(possible::contains)
        .orElseThrow(() ->
            new ProfileProblem(
                "\"%s\" is no claim of %s; there are %s."
                    .formatted(
                        slug,
                        possible.equals(Claim.OF_CLIENTS) ? "clients" : "servers",
                        new TreeSet<>(possible)
                            .stream().map(Claim::slug).collect(Collectors.joining(", ")))));
  }

  private static Map<String, String> knownFailures(Fields fields) {
    Object value = fields.value("known-failures").orElse(Map.of());
    if (!(value instanceof Map<?, ?> map)) {
      throw fields.problem("known-failures", "holds the reason by the obligation's id", value);
    }
    Map<String, String> reasons = new LinkedHashMap<>();
    map.forEach((id, reason) -> reasons.put(String.valueOf(id), String.valueOf(reason)));
    return reasons;
  }
}
