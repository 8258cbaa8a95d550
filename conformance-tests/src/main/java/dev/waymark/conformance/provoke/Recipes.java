package dev.waymark.conformance.provoke;

import static dev.waymark.conformance.provoke.Means.HOOK;
import static dev.waymark.conformance.provoke.Means.INPUT;
import static dev.waymark.conformance.provoke.Means.LOAD;
import static dev.waymark.conformance.provoke.Means.RAW;
import static dev.waymark.conformance.provoke.Means.STATE;

import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.obligations.Row;
import dev.waymark.conformance.targets.Trouble;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which recipe brings a row about. */
public final class Recipes {
  /** What is answered from memory alone. */
  private static final Set<String> IN_MEMORY =
      Set.of("listErrors", "getError", "listErrorPages", "getErrorPage");

  private Recipes() {}

  /** The recipe that is tried in all renderings; nothing where nobody knows how. */
  public static Optional<Recipe> of(Row row) {
    return row.isError() ? Optional.ofNullable(error(row)) : Successes.of(row);
  }

  /**
   * How the same can happen by itself, where {@link #of} has a test key ask for it: with a hook
   * that brings the trouble on the server.
   */
  public static Optional<Recipe> natural(Row row) {
    return row.operation().isSecured() ? trouble(row) : Optional.empty();
  }

  private static @Nullable Recipe error(Row row) {
    Operation operation = row.operation();
    return switch (row.code()) {
      case "MALFORMED_REQUEST" -> Wrong.unreadable(operation);
      case "UNAUTHORIZED" -> new Recipe(INPUT, "no key", Wrong::withoutKey);
      case "KEY_INVALID" -> new Recipe(INPUT, "a key that nobody has", Wrong::unknownKey);
      case "KEY_REVOKED" -> new Recipe(STATE, "the key was revoked", States::revoked);
      case "KEY_EXPIRED" -> new Recipe(STATE, "the key has expired", States::expired);
      case "IP_NOT_ALLOWED" ->
          new Recipe(STATE, "the key is for another address", States::elsewhere);
      case "INSUFFICIENT_CREDITS" -> new Recipe(STATE, "no credits are left", States::poor);
      case "KEY_QUOTA_EXCEEDED" ->
          new Recipe(STATE, "the key may spend no credits", States::smallQuota);
      case "MAX_CREDITS_EXCEEDED" -> new Recipe(INPUT, "X-Max-Credits: 0", Wrong::lowCeiling);
      case "TIER_LOCKED" ->
          new Recipe(STATE, "the account was moved to a plan without the API", States::withoutApi);
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
      case "OUTPUT_EXPIRED" ->
          new Recipe(
              HOOK,
              "more than a day later",
              kitchen -> kitchen.in(Trouble.A_DAY_LATER, kitchen.good()));
      case "RANGE_NOT_SATISFIABLE" -> new Recipe(INPUT, "bytes=99999999-", Wrong::range);
      case "IDEMPOTENCY_KEY_REUSED" ->
          new Recipe(STATE, "the key was used for another body", States::reusedKey);
      case "RATE_LIMIT" ->
          operation.isSecured()
              ? new Recipe(LOAD, "one call more than the limit", Strain::calls)
              : new Recipe(LOAD, "one call more than an address has", Strain::callsOfAStranger);
      case "CONCURRENCY_LIMIT" ->
          new Recipe(LOAD, "one generation more than the limit", Strain::generations);
      case "REQUEST_TIMEOUT" -> new Recipe(RAW, "half a body, and no more", Strain::halfABody);
      case "INTERNAL_ERROR", "OVERLOADED", "IDEMPOTENCY_IN_PROGRESS" ->
          operation.isSecured() ? Forced.recipe(row.code()) : trouble(row).orElse(null);
      default -> null;
    };
  }

  private static Optional<Recipe> trouble(Row row) {
    boolean inMemory = IN_MEMORY.contains(row.operation().id());
    return Optional.ofNullable(
        switch (row.code()) {
          case "INTERNAL_ERROR" ->
              inMemory
                  ? hook(Trouble.CODE_BROKEN, "a part of the server fails")
                  : hook(Trouble.STORE_BROKEN, "the database answers nonsense");
          case "OVERLOADED" ->
              inMemory
                  ? new Recipe(LOAD, "one connection more than the limit", Strain::connections)
                  : hook(Trouble.DATABASE_LOST, "the database is lost");
          case "IDEMPOTENCY_IN_PROGRESS" ->
              new Recipe(HOOK, "the first call still runs", States::firstStillRuns);
          default -> null;
        });
  }

  private static Recipe hook(Trouble trouble, String how) {
    return new Recipe(HOOK, how, kitchen -> kitchen.in(trouble, kitchen.good()));
  }
}
