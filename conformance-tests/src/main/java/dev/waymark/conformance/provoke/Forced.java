package dev.waymark.conformance.provoke;

/** Errors that a test key asks for. */
final class Forced {
  static final String HEADER = "X-Test-Error";

  private Forced() {}

  static Recipe recipe(String code) {
    return new Recipe(
        Means.SANDBOX,
        "a test key asks for it with " + HEADER,
        kitchen ->
            kitchen.by(
                kitchen.pantry().sandbox(kitchen.operation()), kitchen.good().with(HEADER, code)));
  }
}
