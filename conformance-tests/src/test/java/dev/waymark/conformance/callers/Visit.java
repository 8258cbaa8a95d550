package dev.waymark.conformance.callers;

import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.subject.Together;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** What came of running one of the programs with a key that is pinned to its shape. */
record Visit(Program program, Tenant tenant, Program.Told told, List<Passage> passages) {
  private static final String PIN =
      "UPDATE api_key SET error_format = :value WHERE account_id = :account";

  /** A key for the program, of an account of its own. */
  static Tenant tenant(Subject subject, String plan, Program program) {
    Tenant tenant = subject.tenant(plan);
    tenant.update(PIN, program.errorFormat());
    return tenant;
  }

  /** A test key for the program, of the sandbox of an account of its own. */
  static Tenant sandbox(Subject subject, Program program) {
    Tenant sandbox = subject.sandbox();
    sandbox.update(PIN, program.errorFormat());
    return sandbox;
  }

  static Visit of(Program program, Tenant tenant, Door door, List<String> job) {
    return of(program, tenant, tenant.key(), door, "", job);
  }

  /** With a key that may be another one, and a base URL that may be wrong. */
  static Visit of(
      Program program, Tenant tenant, String key, Door door, String path, List<String> job) {
    try (door) {
      Program.Told told = program.run(door.uri().resolve(path), key, job);
      return new Visit(program, tenant, told, door.passages());
    }
  }

  /** All of the programs at the same time. */
  static List<Visit> ofAll(Function<Program, Visit> visit) {
    return Together.all(
        Arrays.stream(Program.values())
            .map(program -> (Callable<Visit>) () -> visit.apply(program))
            .toList());
  }

  /** The calls with this method, such as {@code 429 RATE_LIMIT}. */
  List<String> answers(String method) {
    return calls(method).stream().map(Passage::summary).toList();
  }

  List<Passage> calls(String method) {
    return passages.stream().filter(passage -> passage.method().equals(method)).toList();
  }

  /** How often it has paid. */
  long holds() {
    return tenant.wallet().count("hold");
  }

  @Override
  public String toString() {
    return "%s %s %s".formatted(program, passages, told.lines());
  }
}
