package dev.waymark.server.access;

import dev.waymark.errors.ApiException;
import dev.waymark.server.contract.Calls;
import dev.waymark.server.contract.FilterOrder;
import dev.waymark.server.contract.Operation;
import dev.waymark.server.limits.AddressLimit;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Authenticates the operations that take a key, then checks where from, then the tier. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class AccessFilter implements Ordered {
  private final Calls calls;
  private final Identities identities;
  private final Access access;
  private final AddressLimit addresses;

  AccessFilter(Calls calls, Identities identities, Access access, AddressLimit addresses) {
    this.calls = calls;
    this.identities = identities;
    this.access = access;
    this.addresses = addresses;
  }

  @Override
  public int getOrder() {
    return FilterOrder.ACCESS;
  }

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  void authenticate(HttpRequest<?> request) {
    if (calls.reached(request).filter(Operation::secured).isPresent()) {
      Caller caller = caller(request);
      access.checkSource(caller, request);
      access.checkTier(caller);
      caller.attachTo(request);
    }
  }

  private Caller caller(HttpRequest<?> request) {
    try {
      return access.authenticate(identities.of(request));
    } catch (ApiException refusal) {
      // Whoever has no key is counted by address, so that keys cannot be tried out at will.
      addresses.check(request);
      throw refusal;
    }
  }
}
