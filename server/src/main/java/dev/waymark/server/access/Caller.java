package dev.waymark.server.access;

import dev.waymark.errors.Errors;
import dev.waymark.server.contract.Attached;
import dev.waymark.server.ids.AccountId;
import dev.waymark.server.plans.Plan;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import java.util.Optional;
import java.util.Set;

/**
 * Who makes a call: an account, its plan, the restricted models it is enabled for, and the key that
 * it used.
 *
 * @param enabledModels slugs of the restricted models that the account may use
 */
public record Caller(
    AccountId account, String accountName, Plan plan, Set<String> enabledModels, ApiKey key) {
  private static final Attached<Caller> ATTACHED = new Attached<>("waymark.caller", Caller.class);

  public Caller {
    enabledModels = Set.copyOf(enabledModels);
  }

  /**
   * The caller of an authenticated request; nothing before that, and on operations that take no key
   * ({@link KnownKey#of} knows more, and grants nothing).
   */
  public static Optional<Caller> of(HttpRequest<?> request) {
    return ATTACHED.of(request);
  }

  /**
   * The caller that the current thread works for; only to be asked within an operation that takes a
   * key.
   */
  public static Caller current() {
    return ServerRequestContext.currentRequest()
        .flatMap(Caller::of)
        .orElseThrow(() -> new IllegalStateException("this operation takes no key"));
  }

  /** Throws {@code SCOPE_MISSING} unless the key has it. */
  public void require(Scope scope) {
    if (!key.scopes().contains(scope)) {
      throw Errors.scopeMissing(scope.wireName());
    }
  }

  /** The models that it may use with this key. */
  public ModelAccess models() {
    return new ModelAccess(enabledModels, key.models());
  }

  void attachTo(HttpRequest<?> request) {
    ATTACHED.to(request, this);
  }
}
