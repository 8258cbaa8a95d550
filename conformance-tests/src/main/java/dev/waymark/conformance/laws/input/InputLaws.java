package dev.waymark.conformance.laws.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.conformance.accounts.Account;
import dev.waymark.conformance.accounts.Accounts;
import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.laws.means.Breach;
import dev.waymark.conformance.laws.means.Law;
import dev.waymark.conformance.laws.means.Read;
import dev.waymark.conformance.laws.means.Ruling;
import dev.waymark.conformance.suite.Case;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the contract's schemas do not allow is refused, and nothing is done. */
public final class InputLaws {
  private static final String REFUSED = "INPUT-01";
  private static final String NO_EFFECT = "INPUT-02";
  private static final String BOUND = "INPUT-03";

  private static final List<String> OF_THE_KEY =
      List.of("name", "scopes", "models", "allowed_ips", "quota", "expires_at", "error_format");

  private InputLaws() {}

  public static List<Case> all() {
    List<Case> cases = new ArrayList<>();
    Contract.read().operations().stream()
        .filter(Operation::takesBody)
        .forEach(operation ->
            cases.add(
                Law.of(
                    "wrong bodies of " + operation.id(),
                    ruling -> wrongBodies(ruling, operation.id()),
                    REFUSED,
                    NO_EFFECT)));
    cases.add(Law.of("bounds of a quote", InputLaws::bounds, BOUND));
    cases.add(Law.of("limits of lists", InputLaws::limits, "LIST-04"));
    cases.add(Law.of("wrong queries", InputLaws::queries, "HTTP-12"));
    return cases;
  }

  private static void wrongBodies(Ruling ruling, String id) {
    Contract contract = ruling.bench().contract();
    Account account = Accounts.roomy(ruling.bench());
    Operation operation = contract.operation(id);
    Bodies bodies = Bodies.of(operation, account).orElse(null);
    if (bodies == null) {
      return;
    }
    Map<String, Object> before = state(account);
    List<Mutation> all = new Mutations(contract).of(bodies.schema(), bodies.good());
    for (Mutation mutation : all) {
      Exchange answer = bodies.send(mutation.body());
      boolean isRefused =
          (answer.status() == 400 || answer.status() == 422)
              && operation.codes().contains(answer.code());
      Breach.unless(
          isRefused,
          REFUSED,
          "%s of %s gives %s".formatted(mutation.how(), id, Read.said(answer)),
          answer);
    }
    Breach.unlessSame(NO_EFFECT, "the account after wrong bodies of " + id, before, state(account));
    ruling.restIsKept("%d wrong bodies of %s are refused".formatted(all.size(), id));
  }

  /** Everything that a body can change and its account can see. */
  private static Map<String, Object> state(Account account) {
    Map<String, Object> state = new TreeMap<>();
    JsonNode told = Read.json(Read.expect(200, account.get("/api/v1/account")));
    state.put("balance", told.at("/credits/balance").asLong());
    state.put("name", told.path("name").asText());
    state.put("plan", told.at("/plan/slug").asText());
    for (String field : OF_THE_KEY) {
      state.put("key " + field, told.path("key").path(field));
    }
    for (String list : List.of("/api/v1/keys", "/api/v1/generations")) {
      state.put(list, Read.data(Read.expect(200, account.get(list + "?limit=100"))).size());
    }
    return state;
  }

  private static void bounds(Ruling ruling) {
    Account account = Accounts.roomy(ruling.bench());
    Bodies bodies =
        Bodies.of(ruling.bench().contract().operation("quoteGeneration"), account).orElseThrow();
    String slug = ruling.bench().target().profile().model().slug();
    JsonNode model = Read.json(Read.expect(200, account.get("/api/v1/models/" + slug)));
    int longest = model.at("/limits/prompt_characters").asInt();
    // One character that two units of UTF-16 make: it counts as one.
    for (String letter : List.of("x", "\uD83E\uDD8A")) {
      judge(
          "a prompt of " + longest,
          bodies,
          bodies.good().deepCopy().put("prompt", letter.repeat(longest)),
          bodies.good().deepCopy().put("prompt", letter.repeat(longest + 1)));
    }
    for (Map.Entry<String, JsonNode> parameter : model.at("/parameters/properties").properties()) {
      bound(bodies, parameter.getKey(), parameter.getValue(), "maximum", 1);
      bound(bodies, parameter.getKey(), parameter.getValue(), "minimum", -1);
    }
    for (int length : List.of(128, 129)) {
      Exchange made = account.post("/api/v1/keys", "{\"name\":\"" + "x".repeat(length) + "\"}");
      Breach.unlessSame(
          BOUND,
          "the status of a name of " + length,
          length == 128 ? 201 : 422,
          made.status(),
          made);
    }
    ruling.restIsKept("values at their bounds are taken, and those beyond are not");
  }

  /** Nothing where the parameter has none at this end, or may have but some of the values. */
  private static void bound(Bodies bodies, String name, JsonNode schema, String end, int step) {
    JsonNode bound = schema.path(end);
    if (bound.isNumber() && !schema.has("multipleOf")) {
      ObjectNode at = bodies.good().deepCopy();
      ObjectNode beyond = bodies.good().deepCopy();
      at.set(name, bound);
      beyond.put(name, bound.decimalValue().add(BigDecimal.valueOf(step)));
      judge(name + " of " + bound, bodies, at, beyond);
    }
  }

  private static void judge(String what, Bodies bodies, ObjectNode atBound, ObjectNode beyond) {
    Exchange taken = bodies.send(atBound);
    Breach.unlessSame(BOUND, "the status of " + what, 200, taken.status(), taken);
    Exchange refused = bodies.send(beyond);
    Breach.unlessSame(BOUND, "what is beyond " + what, "INVALID_PARAMS", refused.code(), refused);
  }

  private static void limits(Ruling ruling) {
    Account account = Accounts.roomy(ruling.bench());
    for (Operation operation : lists(ruling)) {
      for (String limit : List.of("1", "100")) {
        Exchange page = account.get(operation.path() + "?limit=" + limit);
        Breach.unlessSame("LIST-04", "the status of " + page.request(), 200, page.status(), page);
        Breach.unless(
            Read.data(page).size() <= Integer.parseInt(limit), "LIST-04", "more than limit", page);
      }
      for (String limit : List.of("0", "101", "x")) {
        Exchange refused = account.get(operation.path() + "?limit=" + limit);
        Breach.unlessSame(
            "LIST-04", "" + refused.request(), "INVALID_PARAMS", refused.code(), refused);
      }
    }
    ruling.restIsKept("limit is from 1 to 100");
  }

  private static void queries(Ruling ruling) {
    Account account = Accounts.roomy(ruling.bench());
    for (Operation operation : lists(ruling)) {
      for (String query : List.of("no_such=1", "limit=1&limit=2", "Limit=1")) {
        Exchange refused = account.send(Request.get(operation.path() + "?" + query));
        Breach.unlessSame(
            "HTTP-12", "" + refused.request(), "INVALID_PARAMS", refused.code(), refused);
      }
    }
    ruling.restIsKept("a query parameter that is not the operation's is refused");
  }

  /** Lists of an account, or of nobody. */
  private static List<Operation> lists(Ruling ruling) {
    return ruling.bench().contract().operations().stream()
        .filter(operation -> operation.method().equals("GET") && operation.takes("limit"))
        .filter(operation -> !operation.scope().equals("operator"))
        .toList();
  }
}
