package dev.waymark.conformance.provoke;

import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.subject.Generate;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.wire.Request;
import java.net.URI;

/** A request of each operation that would succeed; what it needs is made first. */
public record GoodRequests(Subject subject, Tenant tenant) {

  /** Fails on an operation that is not known here, so that a new one shows up. */
  public Request of(Operation operation) {
    return switch (operation.id()) {
      case "startGeneration" -> Generate.studio("a picture");
      case "quoteGeneration" -> Generate.studio("a picture").withTarget("/api/v1/quotes");
      case "getGeneration" -> Request.get("/api/v1/generations/" + tenant.start("a picture"));
      case "cancelGeneration" ->
          Request.of("POST", "/api/v1/generations/" + tenant.startHeld() + "/cancel");
      case "getOutput" -> Request.get(output());
      case "getModel" -> Request.get("/api/v1/models/studio-1");
      case "getError" -> Request.get("/api/v1/errors/RATE_LIMIT");
      case "getErrorPage" -> Request.get("/docs/errors/RATE_LIMIT");
      case "getRequest" ->
          Request.get("/api/v1/requests/" + tenant.awaitLogged(tenant.get("/api/v1/account")));
      case "getMetrics" -> metrics();
      case "listGenerations",
          "listModels",
          "getAccount",
          "listErrors",
          "listErrorPages",
          "listRequests" ->
          Request.get(operation.path());
      default -> throw new AssertionError("How is a request of " + operation + " made?");
    };
  }

  private Request metrics() {
    tenant.update("UPDATE api_key SET operator = :value WHERE account_id = :account", true);
    return Request.get("/metrics");
  }

  private String output() {
    return URI.create(tenant.finished("a picture").path("output_url").asText()).getPath();
  }
}
