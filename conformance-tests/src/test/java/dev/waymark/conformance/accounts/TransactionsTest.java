package dev.waymark.conformance.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Generate;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.wire.Exchange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ledger as its account reads it. */
@ExtendWith(SubjectExtension.class)
final class TransactionsTest {
  private static final String TRANSACTIONS = "/api/v1/account/transactions";

  private final Subject subject;
  private final Tenant tenant;

  TransactionsTest(Subject subject) {
    this.subject = subject;
    this.tenant = subject.tenant();
  }

  @Test
  @Rule({"TXN-01", "TXN-02"})
  void a_new_account_has_one_entry_that_nobody_called_for() {
    JsonNode entry = entries("").getFirst();

    assertThat(entries("")).hasSize(1);
    assertThat(entry.path("type").asText()).isEqualTo("grant");
    assertThat(entry.path("credits").asLong()).isEqualTo(15_000);
    assertThat(entry.path("balance_after").asLong()).isEqualTo(15_000);
    assertThat(List.of("generation_id", "request_id", "key_id", "note", "charged"))
        .noneMatch(entry::has);
  }

  @Test
  @Rule({"TXN-01", "TXN-02", "TXN-03", "A-4", "M-7"})
  void a_completed_generation_is_explained_by_its_hold_and_its_settle() {
    Tenant key = tenant.withOtherKey();
    Exchange started = key.send(Generate.studio("a picture"));
    String id = started.json().path("generation_id").asText();
    tenant.await(id);

    List<JsonNode> entries = entries("?generation_id=" + id);

    assertThat(entries)
        .extracting(entry -> entry.path("type").asText())
        .containsExactly("settle", "hold");
    assertThat(entries)
        .allSatisfy(entry -> {
          assertThat(entry.path("generation_id").asText()).isEqualTo(id);
          assertThat(entry.path("request_id").asText()).isEqualTo(started.require("X-Request-Id"));
          assertThat(entry.path("key_id").asText()).isEqualTo(key.keyId());
        });
    JsonNode settle = entries.getFirst();
    assertThat(settle.path("charged").asLong()).isEqualTo(Generate.PRICE);
    assertThat(settle.path("credits").asLong(-1)).isZero();
    assertThat(entries.get(1).path("credits").asLong()).isEqualTo(-Generate.PRICE);
    assertThat(entries.get(1).has("charged")).isFalse();
    assertThat(settle.path("balance_after").asLong()).isEqualTo(14_990);
  }

  @Test
  @Rule({"TXN-02", "M-5"})
  void a_release_names_the_start_of_what_failed_and_the_cancel_of_what_was_cancelled() {
    Exchange failing = tenant.send(Generate.studio("break it"));
    tenant.await(failing.json().path("generation_id").asText());
    String running = tenant.startHeld();
    Exchange cancel = tenant.cancel(running);

    List<JsonNode> releases = entries("?type=release");

    assertThat(releases)
        .extracting(entry -> entry.path("request_id").asText())
        .containsExactly(cancel.require("X-Request-Id"), failing.require("X-Request-Id"));
    assertThat(releases)
        .extracting(entry -> entry.path("credits").asLong())
        .containsExactly(Generate.PRICE, Generate.PRICE);
    assertThat(releases).noneMatch(entry -> entry.has("charged"));
  }

  @Test
  @Rule({"TXN-01", "TXN-02", "MONEY-10"})
  void the_end_of_a_cycle_is_two_entries_that_nobody_called_for() {
    tenant.finished("a picture");
    subject.time().pass(Duration.ofDays(30));
    tenant.get("/api/v1/account");

    List<JsonNode> entries = entries("");

    assertThat(entries.getFirst().path("type").asText()).isEqualTo("grant");
    assertThat(entries.get(1).path("type").asText()).isEqualTo("expire");
    assertThat(entries.get(1).path("credits").asLong()).isEqualTo(-14_990);
    assertThat(entries.subList(0, 2)).noneMatch(entry -> entry.has("request_id"));
  }

  @Test
  @Rule({"TXN-04", "LIST-02"})
  void pages_lead_through_all_entries_newest_first_and_what_comes_meanwhile_moves_nothing() {
    for (int number = 0; number < 4; number++) {
      tenant.finished("a picture");
    }
    List<JsonNode> all = entries("?limit=100");
    List<JsonNode> seen = new ArrayList<>();
    String query = "?limit=4";
    while (!query.isEmpty()) {
      Exchange page = tenant.get(TRANSACTIONS + query);
      assertThat(page.json().path("data").size()).isBetween(1, 4);
      page.json().path("data").forEach(seen::add);
      tenant.finished("another");
      JsonNode cursor = page.json().path("next_cursor");
      assertThat(page.header("Link").isPresent()).isEqualTo(cursor.isTextual());
      query = cursor.isTextual() ? "?limit=4&cursor=" + cursor.asText() : "";
    }
    assertThat(all).hasSize(9);
    assertThat(seen).isEqualTo(all);
  }

  @ParameterizedTest
  @ValueSource(strings = {"grant", "expire", "hold", "settle", "release", "topup", "adjust"})
  @Rule("TXN-04")
  void a_type_chooses(String type) {
    tenant.finished("a picture");
    tenant.cancel(tenant.startHeld());

    List<JsonNode> chosen = entries("?type=" + type);

    assertThat(chosen)
        .isEqualTo(
            entries("").stream()
                .filter(entry -> entry.path("type").asText().equals(type))
                .toList());
  }

  @Test
  @Rule("TXN-04")
  void nobody_sees_another_accounts_entries_nor_live_those_of_the_sandbox() {
    String id = tenant.finished("a picture").path("generation_id").asText();
    Tenant stranger = subject.tenant();
    Tenant sandbox = tenant.sandbox();
    sandbox.finished("a picture");

    assertThat(stranger.get(TRANSACTIONS + "?generation_id=" + id).json().path("data")).isEmpty();
    assertThat(entries("")).hasSize(3);
    assertThat(sandbox.get(TRANSACTIONS).json().path("data")).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"?type=gift", "?limit=0", "?limit=101", "?generation=x"})
  @Rule({"TXN-04", "HTTP-12"})
  void what_cannot_be_chosen_by_is_refused(String query) {
    assertThat(tenant.get(TRANSACTIONS + query).code()).isEqualTo("INVALID_PARAMS");
  }

  private List<JsonNode> entries(String query) {
    return tenant.get(TRANSACTIONS + query).json().path("data").valueStream().toList();
  }
}
