package dev.waymark.server.access;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The models that a caller may use: those that are open to all or enabled for its account, and of
 * these only the key's own, if it has a list.
 *
 * @param enabled slugs of the restricted models that the account may use
 * @param listed slugs of the only models that the key may use; absent for all of its account's
 */
public record ModelAccess(Set<String> enabled, Optional<Set<String>> listed) {
  public ModelAccess {
    enabled = Set.copyOf(enabled);
    listed = listed.map(Set::copyOf);
  }

  /** What a model is not enabled for. */
  public enum Lack {
    ACCOUNT,
    KEY;

    /** The word that stands on the wire. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** All models that an account may use, with a key that is not limited to any. */
  public static ModelAccess ofAccount(Set<String> enabled) {
    return new ModelAccess(enabled, Optional.empty());
  }

  /** What keeps the caller from the model, the account before the key; nothing if it may use it. */
  public Optional<Lack> lack(String slug, boolean restricted) {
    if (restricted && !enabled.contains(slug)) {
      return Optional.of(Lack.ACCOUNT);
    }
    return listed.filter(slugs -> !slugs.contains(slug)).map(_ -> Lack.KEY);
  }
}
