package dev.waymark.server.admin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.server.accounts.StoredAccount;
import dev.waymark.server.contract.Contract;
import dev.waymark.server.contract.Fault;
import dev.waymark.server.contract.InvalidParameters;
import dev.waymark.server.contract.JsonSchema;
import dev.waymark.server.contract.PlainNumbers;
import dev.waymark.server.plans.Plan;
import dev.waymark.server.plans.Plans;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Reads what an operator wants of an account; refuses with every fault that a body has. */
@Singleton
final class AccountBodies {
  private final JsonSchema request;
  private final JsonSchema change;
  private final AccountRules rules;
  private final Plans plans;

  AccountBodies(Contract contract, AccountRules rules, Plans plans) {
    this.request = contract.schema("AccountRequest");
    this.change = contract.schema("AccountChange");
    this.rules = rules;
    this.plans = plans;
  }

  /** An account to make. */
  record Wanted(String name, Plan plan, List<String> models) {}

  Wanted request(JsonNode body) {
    JsonNode checked = checked(body, request);
    return new Wanted(
        checked.path("name").textValue(),
        plans.get(checked.path("plan").textValue()),
        models(checked));
  }

  /** What makes the new account out of the old one: what is left out stays. */
  UnaryOperator<StoredAccount> change(JsonNode body) {
    JsonNode checked = checked(body, change);
    return account ->
        new StoredAccount(
            account.id(),
            checked.has("name") ? checked.path("name").textValue() : account.name(),
            checked.has("plan") ? checked.path("plan").textValue() : account.plan(),
            checked.has("models") ? models(checked) : account.models(),
            account.createdAt());
  }

  private JsonNode checked(JsonNode body, JsonSchema schema) {
    JsonNode plain = PlainNumbers.in(body);
    List<Fault> faults = new ArrayList<>(schema.check(plain));
    faults.addAll(rules.check(plain));
    InvalidParameters.refuseBodyWith(faults);
    return plain;
  }

  private static List<String> models(JsonNode body) {
    return body.path("models").valueStream().map(JsonNode::textValue).toList();
  }
}
