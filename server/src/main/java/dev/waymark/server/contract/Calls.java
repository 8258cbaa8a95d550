package dev.waymark.server.contract;

import dev.waymark.server.ids.Ids;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.web.router.RouteAttributes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/**
 * Gives every request its one {@link Call}, from the first filter, or failure, that asks for it.
 */
@Singleton
public final class Calls {
  private static final Attached<Call> ATTACHED = new Attached<>("waymark.call", Call.class);

  private final Contract contract;
  private final Ids ids;
  private final Clock clock;
  private final Cors cors;
  private final Preferences preferences;

  Calls(Contract contract, Ids ids, Clock clock, Cors cors, Preferences preferences) {
    this.contract = contract;
    this.ids = ids;
    this.clock = clock;
    this.cors = cors;
    this.preferences = preferences;
  }

  public Call of(HttpRequest<?> request) {
    return ATTACHED
        .of(request)
        .orElseGet(() -> {
          Call call =
              new Call(
                  ids.request(),
                  clock.instant(),
                  contract.operation(request.getMethodName(), request.getPath()),
                  // Now, for the negotiation overwrites the header.
                  preferences.of(request.getHeaders().getAll(HttpHeaders.ACCEPT)));
          cors.of(request).forEach(call::answerWith);
          ATTACHED.to(request, call);
          return call;
        });
  }

  /**
   * The path that a request asks for as the contract writes it, also where the path does not have
   * the method; nothing where no operation has the path.
   */
  Optional<String> route(HttpRequest<?> request) {
    return of(request)
        .operation()
        .or(() -> contract.operationsAt(request.getPath()).stream().findFirst())
        .map(Operation::route);
  }

  /**
   * The operation that a request has reached; nothing where the framework found no route, which the
   * filters leave alone: it answers that by itself.
   */
  public Optional<Operation> reached(HttpRequest<?> request) {
    return RouteAttributes.getRouteMatch(request).isPresent()
        ? of(request).operation()
        : Optional.empty();
  }

  /** The call that the current thread works on; only to be asked while a request is handled. */
  public Call current() {
    return of(
        ServerRequestContext.currentRequest()
            .orElseThrow(() -> new IllegalStateException("no request is being handled here")));
  }
}
