package dev.waymark.server.contract;

import dev.waymark.errors.ApiError;
import dev.waymark.errors.Errors;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * What is wrong with a call that no operation answers: its path, or, where the path is right, its
 * method.
 */
@Singleton
final class RouteErrors {
  private static final int MAX_METHOD_LENGTH = 64;

  private final Contract contract;
  private final NearestRoute nearest;

  RouteErrors(Contract contract) {
    this.contract = contract;
    this.nearest = new NearestRoute(contract.operations());
  }

  ApiError of(HttpRequest<?> request) {
    Set<String> allowed = contract.methodsAt(request.getPath());
    return allowed.isEmpty()
        ? RouteHint.notFound(
            request.getPath(), nearest.of(request.getMethodName(), request.getPath()))
        : Errors.methodNotAllowed(
                Shortened.of(request.getMethodName(), MAX_METHOD_LENGTH), allowed.stream().toList())
            .error();
  }
}
