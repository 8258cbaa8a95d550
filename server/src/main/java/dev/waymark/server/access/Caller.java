package dev.waymark.server.access;

import dev.waymark.errors.Errors;
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
  private static final String ATTRIBUTE = "waymark.caller";

  public Caller {
    enabledModels = Set.copyOf(enabledModels);
  }

  /**
   * The caller of an authenticated request; nothing before that, and on operations that take no key
   * ({@link KnownKey#of} knows more, and grants nothing).
   */
  public static Optional<Caller> of(HttpRequest<?> request) {
    return request.getAttribute(ATTRIBUTE, Caller.class);
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

  /** Throws {@code SCOPE_MISSING} unless the key is an operator's. */
  public void requireOperator() {
    if (!key.operator()) {
      throw Errors.scopeMissing("operator");
    }
  }

  void attachTo(HttpRequest<?> request) {
    request.setAttribute(ATTRIBUTE, this);
  }
}
