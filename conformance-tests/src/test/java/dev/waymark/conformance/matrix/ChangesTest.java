package dev.waymark.conformance.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.matrix.Change.Weight;
import dev.waymark.conformance.matrix.ErrorMatrix.Errors;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each change of the error contract is called what it is. */
final class ChangesTest {
  private static final Answer LIMIT =
      new Answer(
          429,
          "RATE_LIMIT",
          "after_delay",
          "yes",
          List.of("Retry-After", "X-Error-Code"),
          List.of("native", "problem"));
  private static final Answer INVALID =
      new Answer(422, "INVALID_PARAMS", "fix_request", "no", List.of("X-Error-Code"), List.of());
  private static final ErrorMatrix OLD =
      matrix(operation("start", "/start", LIMIT, INVALID), operation("read", "/{id}", INVALID));

  @Test
  void nothing_has_changed_from_a_matrix_to_itself() {
    assertThat(Changes.between(OLD, OLD)).isEmpty();
  }

  @Test
  void an_operation_that_is_gone_is_breaking() {
    assertThat(changes(operation("start", "/start", LIMIT, INVALID)))
        .containsExactly(new Change(Weight.BREAKING, "read", "the operation GET /{} is removed"));
  }

  @Test
  void a_new_operation_with_its_codes_is_additive() {
    assertThat(
            changes(
                operation("start", "/start", LIMIT, INVALID),
                operation("read", "/{id}", INVALID),
                operation("stop", "/stop", LIMIT)))
        .containsExactly(new Change(Weight.ADDITIVE, "stop", "a new operation with 1 codes"));
  }

  @Test
  void a_code_that_is_gone_is_breaking() {
    assertThat(start(INVALID))
        .containsExactly(new Change(Weight.BREAKING, "start", "the code RATE_LIMIT is removed"));
  }

  @Test
  void a_new_code_on_a_known_operation_is_additive_and_said_aloud() {
    Answer full = new Answer(503, "OVERLOADED", "after_delay", "yes", List.of(), List.of());
    assertThat(start(LIMIT, INVALID, full))
        .containsExactly(
            new Change(
                Weight.ADDITIVE,
                "start",
                "NEW CODE OVERLOADED (503, after_delay) on an operation that callers know"));
  }

  @Test
  void another_status_is_breaking() {
    assertThat(start(limit(420, "after_delay", "yes"), INVALID))
        .containsExactly(
            new Change(Weight.BREAKING, "start RATE_LIMIT", "the status was 429 and is 420"));
  }

  @Test
  void a_flipped_strategy_is_breaking() {
    assertThat(start(limit(429, "never", "yes"), INVALID))
        .containsExactly(
            new Change(
                Weight.BREAKING,
                "start RATE_LIMIT",
                "retry.strategy was after_delay and is never"));
  }

  @Test
  void a_flipped_should_retry_is_breaking() {
    assertThat(start(limit(429, "after_delay", "no"), INVALID))
        .containsExactly(
            new Change(Weight.BREAKING, "start RATE_LIMIT", "X-Should-Retry was yes and is no"));
  }

  @Test
  void a_header_that_may_be_missing_is_breaking_and_one_that_may_not_is_additive() {
    assertThat(start(with(List.of("X-Error-Code", "X-More"), LIMIT.shapes()), INVALID))
        .containsExactly(
            new Change(Weight.BREAKING, "start RATE_LIMIT", "Retry-After is no longer required"),
            new Change(Weight.ADDITIVE, "start RATE_LIMIT", "X-More is newly required"));
  }

  @Test
  void a_shape_that_is_gone_is_breaking_and_one_that_is_new_is_additive() {
    assertThat(start(with(LIMIT.headers(), List.of("native", "plain")), INVALID))
        .containsExactly(
            new Change(Weight.BREAKING, "start RATE_LIMIT", "it no longer comes as problem"),
            new Change(Weight.ADDITIVE, "start RATE_LIMIT", "it comes as plain, too"));
  }

  @Test
  void what_callers_cannot_see_is_neutral() {
    assertThat(
            changes(
                operation("begin", "/start", INVALID, LIMIT),
                operation("read", "/{name}", INVALID)))
        .containsExactly(
            new Change(Weight.NEUTRAL, "begin", "was named start"),
            new Change(Weight.NEUTRAL, "begin", "the codes stand in another order"));
  }

  private static List<Change> start(Answer... answers) {
    return changes(operation("start", "/start", answers), operation("read", "/{id}", INVALID));
  }

  private static List<Change> changes(Errors... now) {
    return Changes.between(OLD, matrix(now));
  }

  private static ErrorMatrix matrix(Errors... operations) {
    return new ErrorMatrix(List.of(operations));
  }

  private static Errors operation(String name, String path, Answer... answers) {
    return new Errors(name, "GET", path, List.of(answers));
  }

  private static Answer limit(int status, String strategy, String shouldRetry) {
    return new Answer(status, "RATE_LIMIT", strategy, shouldRetry, LIMIT.headers(), LIMIT.shapes());
  }

  private static Answer with(List<String> headers, List<String> shapes) {
    return new Answer(429, "RATE_LIMIT", "after_delay", "yes", headers, shapes);
  }
}
