package dev.waymark.server.access;

import dev.waymark.server.contract.Calls;
import dev.waymark.server.contract.FilterOrder;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/**
 * Finds out who calls before anything is judged, so that every refusal is rendered as the caller's
 * key is pinned and tells where a valid key stands with its limit. Refuses nobody.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class IdentityFilter implements Ordered {
  private final Calls calls;
  private final Identities identities;
  private final CallerLimit limit;

  IdentityFilter(Calls calls, Identities identities, CallerLimit limit) {
    this.calls = calls;
    this.identities = identities;
    this.limit = limit;
  }

  @Override
  public int getOrder() {
    return FilterOrder.IDENTITY;
  }

  @PreMatching
  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  void identify(HttpRequest<?> request) {
    if (identities.of(request) instanceof KnownKey key) {
      calls.of(request).pinnedTo(key.caller().key().errorFormat());
      if (key.holds()) {
        limit.show(request, key.caller());
      }
    }
  }
}
