package dev.waymark.conformance.provoke;

import dev.waymark.conformance.accounts.Account;
import dev.waymark.conformance.accounts.Accounts;
import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.suite.Bench;
import dev.waymark.conformance.wire.Request;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A request of each operation that would succeed; what it needs is made first. Each is held against
 * the contract before anybody is accused with it.
 */
public record GoodRequests(Bench bench) {
  private static final String KEYS = "/api/v1/keys";
  private static final String ACCOUNTS = "/api/v1/admin/accounts";

  /** A request and who is to send it; without a key where the operation asks for none. */
  record Call(Optional<Account> caller, Request request) {}

  /**
   * Of things that many share: it is not to be sent by who may do it, if it takes something away.
   *
   * @throws IllegalStateException on an operation that is not known here: the kit is too old for
   *     the contract
   */
  public Request of(Operation operation) {
    return bench.good(made(operation));
  }

  /** One that can be sent once, and then succeeds. */
  Call fresh(Operation operation) {
    Pantry pantry = pantry();
    return switch (operation.id()) {
      case "cancelGeneration" -> {
        Account sandbox = pantry.sandbox(operation);
        yield new Call(Optional.of(sandbox), cancel(sandbox.startHeld()));
      }
      case "revokeKey" -> {
        Account caller = pantry.caller(operation);
        String spare = caller.withScopes(Pantry.OWN_SCOPES).keyId();
        yield new Call(Optional.of(caller), Request.of("DELETE", key(spare)));
      }
      default ->
          new Call(
              operation.isSecured() ? Optional.of(pantry.caller(operation)) : Optional.empty(),
              of(operation));
    };
  }

  /** The same call with another body, which would succeed just as well. */
  Request another(Operation operation, Request good) {
    return bench.good(
        switch (operation.id()) {
          case "startGeneration" ->
              good.withBody(pantry().household().startBody("another conformance picture"));
          case "createKey" -> good.withBody("{\"name\":\"another key\"}");
          case "createAccount" ->
              good.withBody(
                  new String(good.body(), StandardCharsets.UTF_8)
                      .replace("conformance", "another"));
          case "changeCredits" -> good.withBody("{\"type\":\"topup\",\"credits\":6}");
          default -> throw new IllegalStateException("What else can be sent to " + operation + "?");
        });
  }

  static Request cancel(String generation) {
    return Request.of(
        "POST", "/api/v1/generations/" + Accounts.inAPath("generation", generation) + "/cancel");
  }

  private Pantry pantry() {
    return new Pantry(bench);
  }

  private Request made(Operation operation) {
    Pantry pantry = pantry();
    String plan = bench.target().profile().plans().roomy();
    return switch (operation.id()) {
      case "startGeneration" -> pantry.household().start();
      case "quoteGeneration" -> pantry.household().start().withTarget("/api/v1/quotes");
      case "getGeneration" ->
          Request.get("/api/v1/generations/" + Accounts.inAPath("generation", generation()));
      case "cancelGeneration" -> cancel(generation());
      case "getOutput" -> Request.get(pantry.output());
      case "getModel" -> Request.get("/api/v1/models/" + bench.target().profile().model().slug());
      case "createKey" -> Request.post(KEYS, "{\"name\":\"conformance\"}");
      case "getKey" -> Request.get(key(pantry.idleKey()));
      case "updateKey" -> patch(key(pantry.idleKey()));
      case "revokeKey" -> Request.of("DELETE", key(pantry.idleKey()));
      case "createAccount" ->
          Request.post(ACCOUNTS, "{\"name\":\"conformance\",\"plan\":\"%s\"}".formatted(plan));
      case "readAccount" -> Request.get(account());
      case "updateAccount" -> patch(account());
      case "changeCredits" ->
          Request.post(account() + "/credits", "{\"type\":\"topup\",\"credits\":5}");
      case "getRequest" -> Request.get("/api/v1/requests/" + pantry.loggedCall());
      case "getError" -> Request.get("/api/v1/errors/RATE_LIMIT");
      case "getErrorPage" -> Request.get("/docs/errors/RATE_LIMIT");
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
      default -> throw new IllegalStateException("How is a request of " + operation + " made?");
    };
  }

  private String generation() {
    return pantry().completed().path("generation_id").asText();
  }

  private static String key(String id) {
    return KEYS + "/" + Accounts.inAPath("key", id);
  }

  private String account() {
    return ACCOUNTS + "/" + Accounts.inAPath("account", pantry().household().id());
  }

  private static Request patch(String target) {
    return Request.post(target, "{\"name\":\"conformance again\"}").withMethod("PATCH");
  }
}
