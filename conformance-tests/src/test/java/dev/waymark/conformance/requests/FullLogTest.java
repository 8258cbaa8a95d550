package dev.waymark.conformance.requests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.wire.Exchange;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A log that cannot be written costs its records and nothing else. */
@ExtendWith(SubjectExtension.class)
final class FullLogTest {
  private static final Pattern LOST =
      Pattern.compile("^waymark_request_log_lost_total (\\S+)$", Pattern.MULTILINE);

  private final Subject subject;

  FullLogTest(Subject subject) {
    this.subject = subject;
  }

  @Test
  @Rule("REQ-08")
  void while_the_log_cannot_be_written_calls_are_answered_as_ever_and_the_lost_are_counted() {
    try (Subject small =
        subject.beside(
            Map.of("waymark.requests.queue-size", 2, "waymark.requests.batch-size", 1))) {
      Tenant tenant = small.tenant("wide");
      Tenant operator = tenant.withOperatorKey();
      small
          .jdbi()
          .useTransaction(blocking -> {
            blocking.execute("LOCK TABLE request_log IN ACCESS EXCLUSIVE MODE");
            for (int call = 0; call < 20; call++) {
              assertThat(tenant.get("/api/v1/account").status()).isEqualTo(200);
            }
            // Two wait, and one or two more are in hand.
            assertThat(lost(operator)).isBetween(16.0, 18.0);
          });
      String after = tenant.awaitLogged(eventually(tenant));
      assertThat(tenant.get("/api/v1/requests/" + after).status()).isEqualTo(200);
    }
  }

  @Test
  @Rule("REQ-08")
  void without_its_table_the_log_is_lost_and_the_api_is_not() {
    try (Subject broken = subject.beside(Map.of())) {
      Tenant tenant = broken.tenant("wide");
      broken.jdbi().useHandle(handle -> handle.execute("ALTER TABLE request_log RENAME TO gone"));
      String generation = tenant.start("a picture");
      assertThat(tenant.await(generation).path("status").asText()).isEqualTo("completed");
      Tenant operator = tenant.withOperatorKey();
      double lost = lost(operator);
      while (lost == 0) {
        lost = lost(operator);
      }
      assertThat(lost).isPositive();
    }
  }

  /** A call that found room: while the writer catches up, some more are lost. */
  private static Exchange eventually(Tenant tenant) {
    Tenant operator = tenant.withOperatorKey();
    Exchange call = tenant.get("/api/v1/account");
    double before = lost(operator);
    while (true) {
      call = tenant.get("/api/v1/account");
      double after = lost(operator);
      if (after == before) {
        return call;
      }
      before = after;
    }
  }

  private static double lost(Tenant operator) {
    Matcher lost = LOST.matcher(operator.get("/metrics").text());
    assertThat(lost.find()).isTrue();
    return Double.parseDouble(lost.group(1));
  }
}
