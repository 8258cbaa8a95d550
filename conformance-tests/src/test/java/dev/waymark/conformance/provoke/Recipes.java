package dev.waymark.conformance.provoke;

import static dev.waymark.conformance.subject.Faults.CLOCK_BROKEN;
import static dev.waymark.conformance.subject.Faults.DATABASE_LOST;
import static dev.waymark.conformance.subject.Faults.HEADER;
import static dev.waymark.conformance.subject.Faults.STORE_BROKEN;

import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.subject.Generate;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.RawRequest;
import dev.waymark.conformance.wire.Request;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** How each code is provoked, on any operation that lists it. */
final class Recipes {
  /**
   * What a recipe works with: a fresh account, and a request of the operation that would succeed.
   */
  record Kitchen(Subject subject, Operation operation, GoodRequests requests) {
    Tenant tenant() {
      return requests.tenant();
    }

    Request good() {
      return requests.of(operation);
    }

    Exchange send(Request request) {
      return operation.isSecured() ? requests.tenant().send(request) : subject.wire().send(request);
    }

    /** Of the same operation, for another account. */
    Kitchen of(Tenant other) {
      return new Kitchen(subject, operation, new GoodRequests(subject, other));
    }
  }

  /** Makes the code happen and returns the answer. */
  @FunctionalInterface
  interface Recipe {
    Exchange cook(Kitchen kitchen);
  }

  private static final String LONG_AGO = "2020-01-01T00:00:00Z";
  private static final Map<String, Recipe> ALL =
      Map.ofEntries(
          Map.entry("MALFORMED_REQUEST", Recipes::unreadable),
          Map.entry("UNAUTHORIZED", kitchen -> kitchen.subject().wire().send(kitchen.good())),
          Map.entry("KEY_INVALID", kitchen -> withKey(kitchen, "wm_live_nobody")),
          Map.entry("KEY_REVOKED", kitchen -> ended(kitchen, "revoked_at")),
          Map.entry("KEY_EXPIRED", kitchen -> ended(kitchen, "expires_at")),
          Map.entry("INSUFFICIENT_CREDITS", Recipes::poor),
          Map.entry(
              "MAX_CREDITS_EXCEEDED",
              kitchen -> kitchen.send(kitchen.good().with("X-Max-Credits", "1"))),
          Map.entry("TIER_LOCKED", Recipes::onAPlanWithoutTheApi),
          Map.entry("MODEL_NOT_ALLOWED", Recipes::restrictedModel),
          Map.entry("ROUTE_NOT_FOUND", Recipes::doubledPrefix),
          Map.entry(
              "METHOD_NOT_ALLOWED", kitchen -> kitchen.send(kitchen.good().withMethod("PATCH"))),
          Map.entry(
              "NOT_ACCEPTABLE", kitchen -> kitchen.send(kitchen.good().with("Accept", "text/csv"))),
          Map.entry(
              "PAYLOAD_TOO_LARGE",
              kitchen -> kitchen.send(kitchen.good().withBody("x".repeat(65_537)))),
          Map.entry("UNSUPPORTED_MEDIA_TYPE", Recipes::plainText),
          Map.entry("INVALID_PARAMS", Recipes::invalid),
          Map.entry(
              "UNKNOWN_MODEL",
              kitchen ->
                  kitchen.send(
                      kitchen.good().withBody("{\"model\":\"no-such\",\"prompt\":\"x\"}"))),
          Map.entry(
              "MODEL_NOT_FOUND", kitchen -> kitchen.send(Request.get("/api/v1/models/no-such"))),
          Map.entry("GENERATION_NOT_FOUND", Recipes::unknownGeneration),
          Map.entry(
              "OUTPUT_NOT_FOUND",
              kitchen -> kitchen.send(Request.get("/api/v1/outputs/out_nothing.png"))),
          Map.entry(
              "ERROR_NOT_FOUND",
              kitchen -> kitchen.send(Request.get("/api/v1/errors/NO_SUCH_CODE"))),
          Map.entry("GENERATION_NOT_CANCELLABLE", kitchen -> kitchen.tenant().cancel(id(kitchen))),
          Map.entry("OUTPUT_EXPIRED", Recipes::expired),
          Map.entry(
              "RANGE_NOT_SATISFIABLE",
              kitchen -> kitchen.send(kitchen.good().with("Range", "bytes=99999999-"))),
          Map.entry("IDEMPOTENCY_KEY_REUSED", Recipes::reusedKey),
          Map.entry("IDEMPOTENCY_IN_PROGRESS", Recipes::keyInUse),
          Map.entry("RATE_LIMIT", Recipes::tooManyCalls),
          Map.entry("CONCURRENCY_LIMIT", Recipes::tooManyGenerations),
          Map.entry("INTERNAL_ERROR", Recipes::broken),
          Map.entry(
              "OVERLOADED",
              kitchen ->
                  kitchen.send(
                      kitchen.good().with(HEADER, DATABASE_LOST + " " + databaseUses(kitchen)))));

  private Recipes() {}

  static Optional<Recipe> of(String code) {
    return Optional.ofNullable(ALL.get(code));
  }

  private static Exchange unreadable(Kitchen kitchen) {
    return switch (kitchen.operation().id()) {
      case "startGeneration", "quoteGeneration" ->
          kitchen.send(kitchen.good().withBody("{\"model\":"));
      case "listGenerations", "listModels", "listErrors" ->
          kitchen.send(kitchen.good().withTarget(kitchen.good().target() + "?cursor=%21"));
      case "getGeneration" -> kitchen.send(kitchen.good().with("Prefer", "x".repeat(257)));
      case "getOutput" -> kitchen.send(kitchen.good().with("Range", "x".repeat(257)));
      default -> unreadableHeader(kitchen);
    };
  }

  /** Where nothing of an operation's own can be unreadable, HTTP itself still can. */
  private static Exchange unreadableHeader(Kitchen kitchen) {
    Request good =
        kitchen.operation().isSecured() ? kitchen.tenant().signed(kitchen.good()) : kitchen.good();
    return kitchen
        .subject()
        .wire()
        .sendRaw(
            RawRequest.head(
                good + " HTTP/1.1",
                "Host: localhost",
                "Authorization: " + kitchen.tenant().authorization(),
                "Bad Name: x",
                "Content-Length: 0"));
  }

  private static Exchange withKey(Kitchen kitchen, String key) {
    return kitchen.send(kitchen.good().with("Authorization", "Bearer " + key));
  }

  private static Exchange ended(Kitchen kitchen, String column) {
    Request good = kitchen.good();
    kitchen
        .tenant()
        .update(
            "UPDATE api_key SET "
                + column
                + " = CAST(:value AS timestamptz) WHERE account_id = :account",
            LONG_AGO);
    return kitchen.send(good);
  }

  private static Exchange poor(Kitchen kitchen) {
    kitchen.tenant().wallet().leave(3);
    return kitchen.send(kitchen.good());
  }

  private static Exchange onAPlanWithoutTheApi(Kitchen kitchen) {
    Request good = kitchen.good();
    kitchen.tenant().update("UPDATE account SET plan = :value WHERE id = :account", "free");
    return kitchen.send(good);
  }

  private static Exchange restrictedModel(Kitchen kitchen) {
    return kitchen.operation().id().equals("getModel")
        ? kitchen.send(Request.get("/api/v1/models/atlas-studio-1"))
        : kitchen.send(kitchen.good().withBody("{\"model\":\"atlas-studio-1\",\"prompt\":\"x\"}"));
  }

  private static Exchange doubledPrefix(Kitchen kitchen) {
    Request good = kitchen.good();
    return kitchen.send(good.withTarget("/api/v1" + good.target()));
  }

  private static Exchange plainText(Kitchen kitchen) {
    return kitchen.send(
        kitchen
            .good()
            .without("Content-Type")
            .with("Content-Type", "text/plain")
            .withBody("hello"));
  }

  private static Exchange invalid(Kitchen kitchen) {
    Request good = kitchen.good();
    return good.has("Content-Type")
        ? kitchen.send(good.withBody("{\"model\":\"studio-1\"}"))
        : kitchen.send(good.withTarget(good.target() + "?no_such=1"));
  }

  private static Exchange unknownGeneration(Kitchen kitchen) {
    String good = kitchen.good().target();
    return kitchen.send(kitchen.good().withTarget(good.replaceFirst("gen_[^/]+", "gen_unknown")));
  }

  private static Exchange expired(Kitchen kitchen) {
    Request good = kitchen.good();
    kitchen.subject().time().pass(Duration.ofHours(25));
    return kitchen.send(good);
  }

  private static Exchange reusedKey(Kitchen kitchen) {
    kitchen.send(Generate.studio("first").with("Idempotency-Key", "reused"));
    return kitchen.send(Generate.studio("second").with("Idempotency-Key", "reused"));
  }

  /** The lock that the first call holds while it runs, taken by somebody else. */
  private static Exchange keyInUse(Kitchen kitchen) {
    String scope = kitchen.tenant().account() + " startGeneration busy";
    return kitchen
        .subject()
        .jdbi()
        .inTransaction(tx -> {
          tx.execute("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", scope);
          return kitchen.send(kitchen.good().with("Idempotency-Key", "busy"));
        });
  }

  private static Exchange tooManyCalls(Kitchen kitchen) {
    Kitchen small = kitchen.of(kitchen.subject().tenant("tiny"));
    Request good = small.good();
    int most = kitchen.operation().isSecured() ? 4 : 240;
    for (int call = 0; call < most; call++) {
      Exchange exchange =
          small.send(kitchen.operation().isSecured() ? Request.get("/api/v1/account") : good);
      if (exchange.status() == 429) {
        break;
      }
    }
    return small.send(good);
  }

  private static Exchange tooManyGenerations(Kitchen kitchen) {
    Kitchen small = kitchen.of(kitchen.subject().tenant("tiny"));
    small.tenant().startHeld();
    return small.send(small.good());
  }

  private static Exchange broken(Kitchen kitchen) {
    boolean usesTheDatabase =
        !kitchen.operation().id().endsWith("Error")
            && !kitchen.operation().id().equals("listErrors");
    String fault =
        usesTheDatabase ? STORE_BROKEN + " " + databaseUses(kitchen) : CLOCK_BROKEN + " 0";
    return kitchen.send(kitchen.good().with(HEADER, fault));
  }

  /**
   * The last of an operation's uses of the database, so that everything before it has been done.
   */
  private static int databaseUses(Kitchen kitchen) {
    return switch (kitchen.operation().id()) {
      case "getOutput", "listModels", "getModel" -> 0;
      default -> 1;
    };
  }

  private static String id(Kitchen kitchen) {
    return kitchen.tenant().finished("a picture").path("generation_id").asText();
  }
}
