package dev.waymark.conformance.provoke;

import static dev.waymark.conformance.provoke.Means.FAULT;
import static dev.waymark.conformance.provoke.Means.INPUT;
import static dev.waymark.conformance.provoke.Means.LOAD;
import static dev.waymark.conformance.provoke.Means.RAW;
import static dev.waymark.conformance.provoke.Means.STATE;

import dev.waymark.conformance.contract.Operation;
import java.util.Optional;
import java.util.stream.Stream;

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
          case "IP_NOT_ALLOWED" ->
              new Recipe(STATE, "the key is for another address", States::elsewhere);
          case "INSUFFICIENT_CREDITS" -> new Recipe(STATE, "3 credits are left", States::poor);
          case "KEY_QUOTA_EXCEEDED" ->
              new Recipe(STATE, "the key may spend 3 credits a month", States::smallQuota);
          case "MAX_CREDITS_EXCEEDED" -> new Recipe(INPUT, "X-Max-Credits: 1", Wrong::lowCeiling);
          case "TIER_LOCKED" -> new Recipe(STATE, "the account is on Free", States::onFree);
          case "MODEL_NOT_ALLOWED" ->
              new Recipe(INPUT, "a model that is not enabled", Wrong::restrictedModel);
          case "SCOPE_MISSING" ->
              new Recipe(STATE, "the key has all scopes but this one", States::withoutScope);
          case "ROUTE_NOT_FOUND" -> new Recipe(INPUT, "the prefix twice", Wrong::doubledPrefix);
          case "METHOD_NOT_ALLOWED" -> new Recipe(INPUT, "PUT", Wrong::otherMethod);
          case "NOT_ACCEPTABLE" -> new Recipe(INPUT, "Accept: text/csv", Wrong::unacceptable);
          case "PAYLOAD_TOO_LARGE" -> new Recipe(INPUT, "a body of 65 537 bytes", Wrong::large);
          case "UNSUPPORTED_MEDIA_TYPE" -> new Recipe(INPUT, "a body of text", Wrong::plainText);
          case "INVALID_PARAMS" -> new Recipe(INPUT, "a wrong parameter", Wrong::parameters);
          case "UNKNOWN_MODEL" -> new Recipe(INPUT, "a model that is none", Wrong::unknownModel);
          case "MODEL_NOT_FOUND",
              "GENERATION_NOT_FOUND",
              "OUTPUT_NOT_FOUND",
              "KEY_NOT_FOUND",
              "ACCOUNT_NOT_FOUND",
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
    if (operation.takesBody()) {
      return new Recipe(INPUT, "half a JSON object", Wrong::halfAnObject);
    }
    if (operation.takes("cursor")) {
      return new Recipe(INPUT, "a cursor that is none", Wrong::cursor);
    }
    return Stream.of("Prefer", "Range", "If-None-Match")
        .filter(operation::takes)
        .findFirst()
        .map(header -> new Recipe(INPUT, header + " is too long", Wrong.longHeader(header)))
        // Where nothing of an operation's own can be unreadable, HTTP itself still can.
        .orElse(new Recipe(RAW, "a header with a blank in its name", Wrong::headerName));
  }

  private static Recipe broken(Operation operation) {
    return Strain.asksTheDatabase(operation)
        ? new Recipe(FAULT, "the database answers nonsense", Strain::brokenStore)
        : new Recipe(FAULT, "the clock fails", Strain::brokenClock);
  }

  private static Recipe overloaded(Operation operation) {
    if (operation.id().equals("startGeneration")) {
      return new Recipe(LOAD, "the queue of generations is full", Strain::fullQueue);
    }
    return Strain.asksTheDatabase(operation)
        ? new Recipe(FAULT, "the database is lost", Strain::lostDatabase)
        : new Recipe(LOAD, "one connection more than the limit", Strain::connections);
  }
}
