package dev.waymark.conformance.oracles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.wire.Request;
import org.junit.jupiter.api.Test;

/** The kit holds its own requests against the contract before it accuses anybody. */
final class RequestCheckTest {
  private static final String GOOD = "{\"model\":\"atlas-1\",\"prompt\":\"a lake\"}";
  private final ContractCheck check = new ContractCheck(Reply.CONTRACT);

  @Test
  void a_good_request_meets_no_objection() {
    assertThat(check.objections(Request.get("/api/v1/account"))).isEmpty();
    Request start = Request.post("/api/v1/generate", GOOD);
    assertThat(check.objections(start)).isEmpty();
    assertThat(check.objections(start.with("X-Max-Credits", "40"))).isEmpty();
    assertThat(check.objections(start.with("Idempotency-Key", "key-1"))).isEmpty();
  }

  @Test
  void what_is_wrong_with_one_is_told() {
    assertThat(check.objections(Request.get("/nowhere")))
        .containsExactly("no operation is reached");
    assertThat(check.objections(Request.get("/api/v1/account").withBody("{}")))
        .containsExactly("there is a body");
    assertThat(check.objections(Request.post("/api/v1/generate", "{")))
        .containsExactly("the body is no JSON");
    assertThat(check.objections(Request.post("/api/v1/generate", "{\"model\":\"atlas-1\"}")))
        .singleElement()
        .asString()
        .contains("prompt");
    Request start = Request.post("/api/v1/generate", GOOD);
    assertThat(check.objections(start.with("Idempotency-Key", "x".repeat(300)))).hasSize(1);
  }
}
