package dev.waymark.server.access;

import dev.waymark.generated.server.model.ErrorFormat;
import dev.waymark.generated.server.model.KeyQuota;
import dev.waymark.server.wallet.Credits;
import dev.waymark.server.wallet.Quota;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Translates a key into what the wire says of it. */
public final class KeyView {
  private KeyView() {}

  public static dev.waymark.generated.server.model.ApiKey of(ApiKey key, Quota quota) {
    var view =
        new dev.waymark.generated.server.model.ApiKey(
            key.id().value(),
            key.name(),
            key.prefix(),
            dev.waymark.generated.server.model.Mode.fromValue(key.mode().wireName()),
            scopes(key),
            ErrorFormat.fromValue(key.errorFormat().wireName()),
            key.createdAt());
    view.setModels(key.models().map(KeyView::ordered).orElse(null));
    view.setAllowedIps(key.allowedIps().map(LinkedHashSet::new).orElse(null));
    view.setQuota(quota.limit().map(limit -> quota(limit, quota)).orElse(null));
    view.setExpiresAt(key.expiresAt().orElse(null));
    view.setRevokedAt(key.revokedAt().orElse(null));
    return view;
  }

  private static KeyQuota quota(Credits limit, Quota quota) {
    return new KeyQuota(limit.value(), quota.used().value(), quota.resetsAt());
  }

  private static Set<String> ordered(Set<String> words) {
    return new LinkedHashSet<>(words.stream().sorted().toList());
  }

  // In the contract's order, so that the same key always reads the same.
  private static Set<dev.waymark.generated.server.model.Scope> scopes(ApiKey key) {
    return key.scopes().stream()
        .sorted()
        .map(scope -> dev.waymark.generated.server.model.Scope.fromValue(scope.wireName()))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
