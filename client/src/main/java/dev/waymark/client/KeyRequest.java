package dev.waymark.client;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The key to make; what is left out is as the server has it.
 *
 * @param mode that of the calling key when left out
 * @param scopes each must be a scope of the calling key; when left out, those for generations,
 *     models, the account and looking up calls that it has
 * @param models the only models that it may use
 * @param allowedIps the only addresses, or ranges in CIDR notation, that it may be used from
 * @param creditsPerMonth what it may spend in a calendar month (UTC)
 * @param expiresAt when it ends; later than now
 */
public record KeyRequest(
    String name,
    Optional<Mode> mode,
    Optional<Set<Scope>> scopes,
    Optional<Set<String>> models,
    Optional<Set<String>> allowedIps,
    Optional<Long> creditsPerMonth,
    Optional<Instant> expiresAt,
    Optional<ErrorFormat> errorFormat) {

  public KeyRequest {
    if (name.isBlank()) {
      throw new IllegalArgumentException("No name: say what the key is for");
    }
    scopes = scopes.map(Words::copy);
    models = models.map(Words::copy);
    allowedIps = allowedIps.map(Words::copy);
  }

  public static KeyRequest named(String name) {
    return new KeyRequest(
        name,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public KeyRequest withMode(Mode mode) {
    return new KeyRequest(
        name,
        Optional.of(mode),
        scopes,
        models,
        allowedIps,
        creditsPerMonth,
        expiresAt,
        errorFormat);
  }

  public KeyRequest withScopes(Scope... scopes) {
    return withScopes(Words.copy(List.of(scopes)));
  }

  public KeyRequest withScopes(Set<Scope> scopes) {
    return new KeyRequest(
        name,
        mode,
        Optional.of(scopes),
        models,
        allowedIps,
        creditsPerMonth,
        expiresAt,
        errorFormat);
  }

  public KeyRequest withModels(String... models) {
    return new KeyRequest(
        name,
        mode,
        scopes,
        Optional.of(Words.copy(List.of(models))),
        allowedIps,
        creditsPerMonth,
        expiresAt,
        errorFormat);
  }

  public KeyRequest withAllowedIps(String... addresses) {
    return new KeyRequest(
        name,
        mode,
        scopes,
        models,
        Optional.of(Words.copy(List.of(addresses))),
        creditsPerMonth,
        expiresAt,
        errorFormat);
  }

  public KeyRequest withCreditsPerMonth(long credits) {
    return new KeyRequest(
        name, mode, scopes, models, allowedIps, Optional.of(credits), expiresAt, errorFormat);
  }

  public KeyRequest withExpiresAt(Instant end) {
    return new KeyRequest(
        name, mode, scopes, models, allowedIps, creditsPerMonth, Optional.of(end), errorFormat);
  }

  public KeyRequest withErrorFormat(ErrorFormat format) {
    return new KeyRequest(
        name, mode, scopes, models, allowedIps, creditsPerMonth, expiresAt, Optional.of(format));
  }

  dev.waymark.generated.client.model.KeyRequest toWire() {
    return new dev.waymark.generated.client.model.KeyRequest()
        .name(name)
        .mode(mode.map(Mode::toWire).orElse(null))
        .scopes(scopes.map(some -> Words.each(some, Scope::name)).orElse(null))
        .models(models.orElse(null))
        .allowedIps(allowedIps.orElse(null))
        .creditsPerMonth(creditsPerMonth.orElse(null))
        .expiresAt(expiresAt.orElse(null))
        .errorFormat(errorFormat.map(ErrorFormat::toWire).orElse(null));
  }
}
