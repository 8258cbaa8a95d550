package dev.waymark.conformance.sandbox;

import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.wire.Request;

/** Requests that ask for an error. */
final class Forced {
  static final String HEADER = "X-Test-Error";

  private Forced() {}

  /** Reaches the operation; whether it could succeed nobody asks before the error is forced. */
  static Request request(Operation operation) {
    Request request =
        Request.of(operation.method(), operation.path().replaceAll("\\{[^}]+}", "anything"));
    return operation.node().has("requestBody")
        ? request.with("Content-Type", "application/json").withBody("{}")
        : request;
  }

  static Request request(Operation operation, String error) {
    return request(operation).with(HEADER, error);
  }

  /** Any call, of an operation that needs nothing, asking for this. */
  static Request account(String error) {
    return Request.get("/api/v1/account").with(HEADER, error);
  }
}
