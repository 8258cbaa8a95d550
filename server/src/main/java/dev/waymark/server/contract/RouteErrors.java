package dev.waymark.server.contract;

import dev.waymark.errors.ApiError;
import dev.waymark.errors.Errors;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.TreeSet;

/**
 * What is wrong with a call that no operation answers: its path, or, where the path is right, its
 * method.
 */
@Singleton
final class RouteErrors {
  private static final int MAX_METHOD_LENGTH = 64;

  private final Contract contract;

  RouteErrors(Contract contract) {
    this.contract = contract;
  }

  ApiError of(HttpRequest<?> request) {
    TreeSet<String> allowed = new TreeSet<>();
    for (Operation operation : contract.operationsAt(request.getPath())) {
      allowed.add(operation.method());
      if (operation.method().equals("GET")) {
        allowed.add("HEAD");
      }
    }
    return allowed.isEmpty()
        ? RouteHint.notFound(request.getPath())
        : Errors.methodNotAllowed(
                Shortened.of(request.getMethodName(), MAX_METHOD_LENGTH), allowed.stream().toList())
            .error();
  }
}
