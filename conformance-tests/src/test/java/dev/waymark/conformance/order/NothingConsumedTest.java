package dev.waymark.conformance.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Generate;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is refused early uses up nothing of what is looked at late. */
@ExtendWith(SubjectExtension.class)
final class NothingConsumedTest {
  private static final String KEY = "Idempotency-Key";

  private final Subject subject;

  NothingConsumedTest(Subject subject) {
    this.subject = subject;
  }

  static Stream<Request> refusedBeforeTheRate() {
    String tooLarge = "x".repeat(65_537);
    return Stream.of(
        Request.get("/api/v1/nowhere"),
        Request.of("DELETE", "/api/v1/account"),
        Request.get("/api/v1/account").with("Accept", "text/csv"),
        Request.of("POST", Generate.PATH).with("Content-Type", "text/plain").withBody("x"),
        Request.post(Generate.PATH, tooLarge),
        Request.post(Generate.PATH, tooLarge).inChunks());
  }

  static Stream<Request> refusedBeforeTheCredits() {
    return Stream.of(
        Request.post(Generate.PATH, "{"),
        Request.post(Generate.PATH, "{\"model\":\"studio-1\"}"),
        Request.post(Generate.PATH, "{\"model\":\"no-such\",\"prompt\":\"x\"}"),
        Request.post(Generate.PATH, "{\"model\":\"atlas-studio-1\",\"prompt\":\"x\"}"),
        Generate.studio("x").with("X-Max-Credits", "9"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusedBeforeTheRate")
  @Rule("ORDER-12")
  void what_is_refused_before_the_rate_does_not_count(Request request) {
    Tenant tenant = subject.tenant();
    assertThat(tenant.send(request).status()).isBetween(400, 499);
    assertThat(tenant.get("/api/v1/account").number("X-RateLimit-Remaining")).isEqualTo(239);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusedBeforeTheCredits")
  @Rule({"ORDER-12", "M-5", "IDEM-06"})
  void what_is_refused_before_the_credits_leaves_wallet_slot_and_key_alone(Request request) {
    Tenant tenant = subject.tenant("tiny");
    assertThat(tenant.send(request.with(KEY, "free")).status()).isBetween(400, 499);
    assertThat(tenant.wallet().count("hold")).isZero();
    Exchange next = tenant.send(Generate.studio("x").with(KEY, "free"));
    assertThat(next.status()).as("%s", next).isEqualTo(202);
  }

  @Test
  @Rule({"ORDER-12", "IDEM-06"})
  void what_is_refused_for_the_slots_holds_nothing_and_leaves_the_key_free() {
    Tenant tenant = subject.tenant("tiny");
    String running = tenant.startHeld();
    Exchange refused = tenant.send(Generate.studio("x").with(KEY, "free"));
    assertThat(refused.code()).isEqualTo("CONCURRENCY_LIMIT");
    assertThat(tenant.wallet().balance()).isEqualTo(90);
    tenant.cancel(running);
    assertThat(tenant.send(Generate.studio("x").with(KEY, "free")).status()).isEqualTo(202);
  }

  @Test
  @Rule({"ORDER-12", "IDEM-06"})
  void what_is_refused_for_credits_leaves_the_key_free() {
    Tenant tenant = subject.tenant();
    tenant.wallet().leave(9);
    Exchange refused = tenant.send(Generate.studio("x").with(KEY, "free"));
    assertThat(refused.code()).isEqualTo("INSUFFICIENT_CREDITS");
    tenant.wallet().leave(10);
    assertThat(tenant.send(Generate.studio("x").with(KEY, "free")).status()).isEqualTo(202);
  }
}
