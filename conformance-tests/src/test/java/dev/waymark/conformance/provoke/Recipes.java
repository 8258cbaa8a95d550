package dev.waymark.conformance.provoke;

import static dev.waymark.conformance.provoke.Means.FAULT;
import static dev.waymark.conformance.provoke.Means.INPUT;
import static dev.waymark.conformance.provoke.Means.LOAD;
import static dev.waymark.conformance.provoke.Means.RAW;
import static dev.waymark.conformance.provoke.Means.STATE;

import dev.waymark.conformance.contract.Operation;
import java.util.Optional;

/** Which recipe provokes a code on an operation. */
final class Recipes {
  private Recipes() {}

  /** Nothing where nobody knows how. */
  static Optional<Recipe> of(Operation operation, String code) {
    return Optional.ofNullable(
        switch (code) {
          case "MALFORMED_REQUEST" -> unreadable(operation);
          case "UNAUTHORIZED" -> new Recipe(INPUT, "no key", Wrong::withoutKey);
          case "KEY_INVALID" -> new Recipe(INPUT, "a key that nobody has", Wrong::unknownKey);
          case "KEY_REVOKED" -> new Recipe(STATE, "the key was revoked", States::revoked);
          case "KEY_EXPIRED" -> new Recipe(STATE, "the key has expired", States::expired);
          case "INSUFFICIENT_CREDITS" -> new Recipe(STATE, "3 credits are left", States::poor);
          case "MAX_CREDITS_EXCEEDED" -> new Recipe(INPUT, "X-Max-Credits: 1", Wrong::lowCeiling);
          case "TIER_LOCKED" -> new Recipe(STATE, "the account is on Free", States::onFree);
          case "MODEL_NOT_ALLOWED" ->
              new Recipe(INPUT, "a model that is not enabled", Wrong::restrictedModel);
          case "SCOPE_MISSING" -> new Recipe(INPUT, "a key of no operator", Wrong::noOperator);
          case "ROUTE_NOT_FOUND" -> new Recipe(INPUT, "the prefix twice", Wrong::doubledPrefix);
          case "METHOD_NOT_ALLOWED" -> new Recipe(INPUT, "PATCH", Wrong::otherMethod);
          case "NOT_ACCEPTABLE" -> new Recipe(INPUT, "Accept: text/csv", Wrong::unacceptable);
          case "PAYLOAD_TOO_LARGE" -> new Recipe(INPUT, "a body of 65 537 bytes", Wrong::large);
          case "UNSUPPORTED_MEDIA_TYPE" -> new Recipe(INPUT, "a body of text", Wrong::plainText);
          case "INVALID_PARAMS" -> new Recipe(INPUT, "a wrong parameter", Wrong::parameters);
          case "UNKNOWN_MODEL" -> new Recipe(INPUT, "a model that is none", Wrong::unknownModel);
          case "MODEL_NOT_FOUND",
              "GENERATION_NOT_FOUND",
              "OUTPUT_NOT_FOUND",
              "ERROR_NOT_FOUND",
              "REQUEST_NOT_FOUND" ->
              new Recipe(INPUT, "a name that nothing has", Wrong::unknownName);
          case "GENERATION_NOT_CANCELLABLE" ->
              new Recipe(STATE, "the generation is completed", States::completed);
          case "OUTPUT_EXPIRED" -> new Recipe(STATE, "25 hours later", States::outputExpired);
          case "RANGE_NOT_SATISFIABLE" -> new Recipe(INPUT, "bytes=99999999-", Wrong::range);
          case "IDEMPOTENCY_KEY_REUSED" ->
              new Recipe(STATE, "the key was used for another body", States::reusedKey);
          case "IDEMPOTENCY_IN_PROGRESS" ->
              new Recipe(STATE, "the first call still runs", States::keyInUse);
          case "RATE_LIMIT" -> new Recipe(LOAD, "one call more than the limit", Strain::calls);
          case "CONCURRENCY_LIMIT" ->
              new Recipe(LOAD, "one generation more than the limit", Strain::generations);
          case "REQUEST_TIMEOUT" -> new Recipe(RAW, "half a body, and no more", Strain::halfABody);
          case "INTERNAL_ERROR" -> broken(operation);
          case "OVERLOADED" -> overloaded(operation);
          default -> null;
        });
  }

  private static Recipe unreadable(Operation operation) {
    return switch (operation.id()) {
      case "startGeneration", "quoteGeneration" ->
          new Recipe(INPUT, "half a JSON object", Wrong::halfAnObject);
      case "listGenerations", "listModels", "listErrors", "listRequests" ->
          new Recipe(INPUT, "a cursor that is none", Wrong::cursor);
      case "getGeneration" -> new Recipe(INPUT, "Prefer is too long", Wrong.longHeader("Prefer"));
      case "getOutput" -> new Recipe(INPUT, "Range is too long", Wrong.longHeader("Range"));
      case "getError", "getErrorPage", "listErrorPages" ->
          new Recipe(INPUT, "If-None-Match is too long", Wrong.longHeader("If-None-Match"));
      // Where nothing of an operation's own can be unreadable, HTTP itself still can.
      default -> new Recipe(RAW, "a header with a blank in its name", Wrong::headerName);
    };
  }

  private static Recipe broken(Operation operation) {
    return Strain.asksTheDatabase(operation)
        ? new Recipe(FAULT, "the database answers nonsense", Strain::brokenStore)
        : new Recipe(FAULT, "the clock fails", Strain::brokenClock);
  }

  private static Recipe overloaded(Operation operation) {
    return Strain.asksTheDatabase(operation)
        ? new Recipe(FAULT, "the database is lost", Strain::lostDatabase)
        : new Recipe(LOAD, "one connection more than the limit", Strain::connections);
  }
}
