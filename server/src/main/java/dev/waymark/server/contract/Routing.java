package dev.waymark.server.contract;

import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.RouteAttributes;

/**
 * Whether the framework found a route: filters run for calls without one too, and must leave those
 * alone.
 */
public final class Routing {
  private Routing() {}

  public static boolean hasRoute(HttpRequest<?> request) {
    return RouteAttributes.getRouteMatch(request).isPresent();
  }
}
