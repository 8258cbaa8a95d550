package dev.waymark.conformance.subject;

import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.wire.Request;
import java.net.URI;

/** A request of each operation that would succeed; what it needs is made first. */
public record GoodRequests(Subject subject, Tenant tenant) {
  private static final String KEYS = "/api/v1/keys";
  private static final String ACCOUNTS = "/api/v1/admin/accounts";

  /** Fails on an operation that is not known here, so that a new one shows up. */
  public Request of(Operation operation) {
    if (operation.scope().equals("operator")) {
      tenant.grant("operator");
    }
    return switch (operation.id()) {
      case "startGeneration" -> Generate.studio("a picture");
      case "quoteGeneration" -> Generate.studio("a picture").withTarget("/api/v1/quotes");
      case "getGeneration" -> Request.get("/api/v1/generations/" + tenant.start("a picture"));
      case "cancelGeneration" ->
          Request.of("POST", "/api/v1/generations/" + tenant.startHeld() + "/cancel");
      case "getOutput" -> Request.get(output());
      case "getModel" -> Request.get("/api/v1/models/studio-1");
      case "createKey" -> Request.post(KEYS, "{\"name\":\"a key\"}");
      case "getKey" -> Request.get(key());
      case "updateKey" -> patch(key());
      case "revokeKey" -> Request.of("DELETE", key());
      case "createAccount" -> Request.post(ACCOUNTS, "{\"name\":\"an account\",\"plan\":\"pro\"}");
      case "readAccount" -> Request.get(account());
      case "updateAccount" -> patch(account());
      case "changeCredits" ->
          Request.post(account() + "/credits", "{\"type\":\"topup\",\"credits\":5}");
      case "getError" -> Request.get("/api/v1/errors/RATE_LIMIT");
      case "getErrorPage" -> Request.get("/docs/errors/RATE_LIMIT");
      case "getRequest" ->
          Request.get("/api/v1/requests/" + tenant.awaitLogged(tenant.get("/api/v1/account")));
      case "listGenerations",
          "listModels",
          "getAccount",
          "listTransactions",
          "listKeys",
          "listAccounts",
          "listErrors",
          "listErrorPages",
          "listRequests",
          "getMetrics" ->
          Request.get(operation.path());
      default -> throw new AssertionError("How is a request of " + operation + " made?");
    };
  }

  /** The same call with another body, which would succeed just as well. */
  public static Request another(Operation operation, Request good) {
    return switch (operation.id()) {
      case "startGeneration" -> good.withBody(Generate.body("another picture"));
      case "createKey" -> good.withBody("{\"name\":\"another key\"}");
      case "createAccount" -> good.withBody("{\"name\":\"another account\",\"plan\":\"pro\"}");
      case "changeCredits" -> good.withBody("{\"type\":\"topup\",\"credits\":6}");
      default -> throw new AssertionError("What else can be sent to " + operation + "?");
    };
  }

  /** Another key of the account than the one that calls. */
  private String key() {
    return KEYS + "/" + tenant.withOtherKey().keyId();
  }

  private String account() {
    return ACCOUNTS + "/" + tenant.account();
  }

  private static Request patch(String target) {
    return Request.post(target, "{\"name\":\"another name\"}").withMethod("PATCH");
  }

  private String output() {
    return URI.create(tenant.finished("a picture").path("output_url").asText()).getPath();
  }
}
