package dev.waymark.server.contract;

import dev.waymark.server.ids.Ids;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * Gives every request its one {@link Call}, from the first filter, or failure, that asks for it.
 */
@Singleton
public final class Calls {
  private static final String ATTRIBUTE = "waymark.call";

  private final Contract contract;
  private final Ids ids;
  private final Clock clock;

  Calls(Contract contract, Ids ids, Clock clock) {
    this.contract = contract;
    this.ids = ids;
    this.clock = clock;
  }

  public Call of(HttpRequest<?> request) {
    return request
        .getAttribute(ATTRIBUTE, Call.class)
        .orElseGet(() -> {
          Call call =
              new Call(
                  ids.request(),
                  clock.instant(),
                  contract.operation(request.getMethodName(), request.getPath()));
          request.setAttribute(ATTRIBUTE, call);
          return call;
        });
  }

  /** The call that the current thread works on; only to be asked while a request is handled. */
  public Call current() {
    return of(
        ServerRequestContext.currentRequest()
            .orElseThrow(() -> new IllegalStateException("no request is being handled here")));
  }
}
