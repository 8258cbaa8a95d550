package dev.waymark.server.overload;

import dev.waymark.server.contract.Calls;
import dev.waymark.server.contract.FilterOrder;
import dev.waymark.server.contract.Operation;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/**
 * Gives a place to every call that will cost something, before it does, or refuses it at once.
 * Nothing is spent on a refused call, and no limit of its caller used up.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class AdmissionFilter implements Ordered {
  private final Calls calls;
  private final Places places;
  private final Overload overload;

  AdmissionFilter(Calls calls, Places places, Overload overload) {
    this.calls = calls;
    this.places = places;
    this.overload = overload;
  }

  @Override
  public int getOrder() {
    return FilterOrder.ADMISSION;
  }

  // Waits on a virtual thread: a queue of callers keeps no event loop from its connections.
  @PreMatching
  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  void admit(HttpRequest<?> request) {
    if (!isCheap(request)) {
      places.ask().join().orElseThrow(overload::refusal).attachTo(request);
    }
  }

  /** As soon as the answer is known: how fast its reader is, is no reason to keep a place. */
  @ResponseFilter
  void leave(HttpRequest<?> request) {
    Place.of(request).ifPresent(Place::release);
  }

  // Needs the database neither for its key nor for its answer.
  private boolean isCheap(HttpRequest<?> request) {
    return !request.getHeaders().contains(HttpHeaders.AUTHORIZATION)
        && calls.of(request).operation().filter(Operation::counted).isEmpty();
  }
}
