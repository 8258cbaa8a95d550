package dev.waymark.conformance.laws.refusals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.accounts.Account;
import dev.waymark.conformance.accounts.Accounts;
import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.laws.means.Breach;
import dev.waymark.conformance.laws.means.Jobs;
import dev.waymark.conformance.laws.means.Law;
import dev.waymark.conformance.laws.means.Purse;
import dev.waymark.conformance.laws.means.Read;
import dev.waymark.conformance.laws.means.Ruling;
import dev.waymark.conformance.suite.Case;
import dev.waymark.conformance.suite.Unreachable;
import dev.waymark.conformance.targets.Trouble;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is named, challenged, offered and not charged when a call is refused. */
public final class RefusalLaws {
  private static final String WRONG_KEY = "Bearer wm_live_nobodyhasthiskey0000000000000000";
  private static final Duration MORE_THAN_THE_WINDOW = Duration.ofSeconds(61);
  private static final int MOST_CALLS = 2_000;

  private RefusalLaws() {}

  public static List<Case> all() {
    return List.of(
        // First, for it may have to wait for a minute.
        Law.of("refusals for a limit", RefusalLaws::nothingTaken, "M-5"),
        Law.of("OPTIONS of every path", RefusalLaws::options, "CORS-01"),
        Law.of("several mistakes at once", RefusalLaws::mistakes, "ERR-14"),
        Law.of("calls without a good key", RefusalLaws::challenges, "AUTH-04"),
        Law.of("failures", RefusalLaws::failures, "SEC-04"),
        Law.of("errors that may not be forced", RefusalLaws::notForced, "SAND-02"));
  }

  private static void options(Ruling ruling) {
    Map<String, List<Operation>> byPath =
        ruling.bench().contract().operations().stream()
            .collect(Collectors.groupingBy(Operation::path));
    for (List<Operation> operations : byPath.values()) {
      String path = operations.getFirst().examplePath();
      Exchange answer = ruling.bench().send(Request.of("OPTIONS", path));
      Breach.unlessSame("CORS-01", "OPTIONS of " + path, 204, answer.status(), answer);
      Set<String> allowed =
          answer.headers().allValues("Allow").stream()
              .flatMap(line -> Stream.of(line.split("\\s*,\\s*")))
              .collect(Collectors.toSet());
      Set<String> missing = new TreeSet<>();
      operations.forEach(operation -> missing.add(operation.method()));
      missing.removeAll(allowed);
      Breach.unless(missing.isEmpty(), "CORS-01", path + " does not allow " + missing, answer);
    }
    Exchange nowhere = ruling.bench().send(Request.of("OPTIONS", "/api/v1/nowhere"));
    ruling.same("CORS-01", "OPTIONS of no path", "ROUTE_NOT_FOUND", nowhere.code(), nowhere);
  }

  private static void mistakes(Ruling ruling) {
    Account account = Accounts.roomy(ruling.bench());
    String model = ruling.bench().target().profile().model().slug();
    String body = "{\"model\":\"%s\",\"prompt\":7,\"no_such\":1}".formatted(model);
    named(account.post("/api/v1/quotes", body), Set.of("prompt", "no_such"));
    named(account.get("/api/v1/generations?limit=0&no_such=1"), Set.of("limit", "no_such"));
    ruling.restIsKept("everything that is wrong is named at once");
  }

  private static void named(Exchange answer, Set<String> wrong) {
    Breach.unlessSame("ERR-14", "the code", "INVALID_PARAMS", answer.code(), answer);
    JsonNode error = Read.json(answer);
    Set<String> named = new HashSet<>();
    error.path("errors").forEach(one -> named.add(one.path("field").asText()));
    Breach.unless(named.containsAll(wrong), "ERR-14", wrong + " are wrong: " + named, answer);
    for (String name : List.of("field", "reason")) {
      String first = error.at("/errors/0/" + name).asText();
      Breach.unlessSame("ERR-14", name, first, error.path(name).asText(), answer);
    }
  }

  private static void challenges(Ruling ruling) {
    Request request = Request.get("/api/v1/account");
    Exchange without = ruling.bench().send(request);
    Exchange wrong = ruling.bench().send(request.with("Authorization", WRONG_KEY));
    Account account = Accounts.roomy(ruling.bench());
    Account second = account.withKey("{\"name\":\"conformance revoked\"}");
    Read.expect(200, account.send(Request.of("DELETE", "/api/v1/keys/" + second.keyId())));
    Exchange revoked = second.send(request);
    ruling.on(
        "AUTH-04", !isInvalidToken(without), "without a key there is no invalid_token", without);
    ruling.on("AUTH-04", isInvalidToken(wrong), "a wrong key is an invalid_token", wrong);
    ruling.on("AUTH-04", isInvalidToken(revoked), "a revoked key is an invalid_token", revoked);
  }

  private static boolean isInvalidToken(Exchange answer) {
    return answer.headers().allValues("WWW-Authenticate").stream()
        .anyMatch(
            line -> line.replace("\"", "").matches("(?i).*\\berror\\s*=\\s*invalid_token\\b.*"));
  }

  private static void failures(Ruling ruling) {
    Account sandbox = Accounts.roomy(ruling.bench()).sandbox();
    for (String code : List.of("INTERNAL_ERROR", "OVERLOADED")) {
      Request request = Request.get("/api/v1/models").with("X-Test-Error", code);
      shown(sandbox.send(request));
    }
    Account live = Accounts.roomy(ruling.bench());
    for (Trouble trouble : List.of(Trouble.STORE_BROKEN, Trouble.DATABASE_LOST)) {
      ruling
          .bench()
          .target()
          .hook()
          .send(trouble, new Jobs(live).plain("a picture"), live::send)
          .ifPresent(RefusalLaws::shown);
    }
    ruling.restIsKept("no failure shows what is inside");
  }

  private static void shown(Exchange failure) {
    Inside.shownBy(failure)
        .ifPresent(leak -> {
          throw new Breach("SEC-04", "the answer shows " + leak, failure);
        });
  }

  private static void notForced(Ruling ruling) {
    Account live = Accounts.roomy(ruling.bench());
    for (String wanted : List.of("OVERLOADED", "RATE_LIMIT; delay_ms=1", "no such code")) {
      Request models = Request.get("/api/v1/models").with("X-Test-Error", wanted);
      Exchange answer = live.send(models);
      Breach.unlessSame("SAND-02", "the status with a live key", 200, answer.status(), answer);
      Request errors = Request.get("/api/v1/errors").with("X-Test-Error", wanted);
      Exchange keyless = ruling.bench().send(errors);
      Breach.unlessSame("SAND-02", "the status without a key", 200, keyless.status(), keyless);
    }
    ruling.restIsKept("only test keys force errors");
  }

  /** What was never begun costs nothing, whichever limit or failure kept it from beginning. */
  private static void nothingTaken(Ruling ruling) {
    Account small = Accounts.small(ruling.bench());
    long before = small.balance();
    Exchange last = small.get("/api/v1/account");
    for (int call = 0; call < MOST_CALLS && !last.code().equals("RATE_LIMIT"); call++) {
      last = small.get("/api/v1/account");
    }
    if (!last.code().equals("RATE_LIMIT")) {
      // Whether the limit is kept is looked at elsewhere; slow calls never come near it.
      throw new Unreachable("the window of the small plan does not fill");
    }
    ruling.bench().target().passage().pass(MORE_THAN_THE_WINDOW);
    Breach.unlessSame("M-5", "the balance after RATE_LIMIT", before, small.balance(), last);
    List<Purse.Entry> entries = new Purse(small).entries();
    Breach.unless(
        entries.stream().allMatch(entry -> entry.type().equals("grant")),
        "M-5",
        "RATE_LIMIT stands among the transactions: " + Purse.types(entries),
        last);
    Account roomy = Accounts.roomy(ruling.bench());
    long full = roomy.balance();
    ruling
        .bench()
        .target()
        .hook()
        .send(Trouble.DATABASE_LOST, Request.get("/api/v1/account"), roomy::send)
        .ifPresent(failed ->
            Breach.unlessSame(
                "M-5", "the balance after " + failed.code(), full, roomy.balance(), failed));
    ruling.restIsKept("what is refused for a limit or for want of room costs nothing");
  }
}
