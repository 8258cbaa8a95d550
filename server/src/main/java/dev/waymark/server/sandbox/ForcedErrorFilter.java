package dev.waymark.server.sandbox;

import dev.waymark.errors.ApiError;
import dev.waymark.errors.ApiException;
import dev.waymark.server.access.Caller;
import dev.waymark.server.access.KnownKey;
import dev.waymark.server.access.Mode;
import dev.waymark.server.contract.Calls;
import dev.waymark.server.contract.Examples;
import dev.waymark.server.contract.FilterOrder;
import dev.waymark.server.contract.Operation;
import dev.waymark.server.lifecycle.WaitingPlaces;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Optional;

/**
 * Answers a test key with the error that it asks for, thrown like any other and so rendered like
 * any other. For everyone else the header {@code X-Test-Error} is not there, whatever it holds.
 *
 * <p>An error that only a job can end with is left to what the call starts.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class ForcedErrorFilter implements Ordered {
  private final Calls calls;
  private final Examples examples;
  private final ForcedHeaders headers;
  private final WaitingPlaces places;

  ForcedErrorFilter(Calls calls, Examples examples, ForcedHeaders headers, WaitingPlaces places) {
    this.calls = calls;
    this.examples = examples;
    this.headers = headers;
    this.places = places;
  }

  @Override
  public int getOrder() {
    return FilterOrder.FORCED;
  }

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  void force(HttpRequest<?> request) {
    List<String> lines = request.getHeaders().getAll(ForcedError.HEADER);
    if (!lines.isEmpty()) {
      testCaller(request)
          .ifPresent(caller ->
              calls
                  .reached(request)
                  .ifPresent(operation ->
                      force(request, caller, operation, ForcedError.read(lines, operation))));
    }
  }

  /** Also known where the operation takes no key. */
  private static Optional<Caller> testCaller(HttpRequest<?> request) {
    return KnownKey.of(request)
        .filter(KnownKey::holds)
        .map(KnownKey::caller)
        .filter(caller -> caller.key().mode() == Mode.TEST);
  }

  private void force(
      HttpRequest<?> request, Caller caller, Operation operation, ForcedError forced) {
    if (operation.jobErrors().contains(forced.code())) {
      forced.attachTo(request);
      return;
    }
    // Where all places are taken the answer comes at once, as with any other wait.
    places
        .take()
        .ifPresent(place -> {
          try (place) {
            place.waitFor(forced.delay());
          }
        });
    ApiError error = examples.of(operation, forced.code());
    headers.put(calls.of(request), caller, error);
    throw new ApiException(error);
  }
}
