package dev.waymark.conformance.generations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.wire.Exchange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SubjectExtension.class)
final class ListTest {
  private static final String LIST = "/api/v1/generations";
  private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

  private final Subject subject;

  ListTest(Subject subject) {
    this.subject = subject;
  }

  @Test
  @Rule({"LIST-01", "LIST-02"})
  void pages_lead_through_everything_once_newest_first() {
    Tenant tenant = subject.tenant("wide");
    List<String> newestFirst = started(tenant, 7).reversed();
    List<String> seen = new ArrayList<>();
    Optional<String> page = Optional.of(LIST + "?limit=3");
    List<Integer> sizes = new ArrayList<>();
    while (page.isPresent()) {
      Exchange exchange = tenant.get(page.get());
      sizes.add(ids(exchange).size());
      seen.addAll(ids(exchange));
      page = next(exchange);
      assertThat(exchange.json().has("next_cursor")).isEqualTo(page.isPresent());
    }
    assertThat(seen).isEqualTo(newestFirst);
    assertThat(sizes).containsExactly(3, 3, 1);
  }

  @Test
  @Rule("LIST-02")
  void a_page_that_is_just_full_is_the_last_one_if_nothing_follows() {
    Tenant tenant = subject.tenant("wide");
    started(tenant, 3);
    Exchange exchange = tenant.get(LIST + "?limit=3");
    assertThat(exchange.header("Link")).isEmpty();
    assertThat(exchange.json().has("next_cursor")).isFalse();
  }

  @Test
  @Rule({"LIST-02", "LIST-03"})
  void the_next_page_keeps_the_filter() {
    Tenant tenant = subject.tenant("wide");
    started(tenant, 3).forEach(tenant::await);
    Exchange first = tenant.get(LIST + "?status=completed&limit=1");
    assertThat(next(first))
        .hasValueSatisfying(link -> assertThat(link).contains("status=completed"));
  }

  @Test
  @Rule("LIST-03")
  void a_status_filters() {
    Tenant tenant = subject.tenant();
    String completed = tenant.finished("a picture").path("generation_id").asText();
    String cancelled = tenant.startHeld();
    tenant.cancel(cancelled);
    assertThat(ids(tenant.get(LIST + "?status=completed"))).containsExactly(completed);
    assertThat(ids(tenant.get(LIST + "?status=cancelled"))).containsExactly(cancelled);
    assertThat(ids(tenant.get(LIST + "?status=failed"))).isEmpty();
  }

  @Test
  @Rule("LIST-04")
  void a_page_has_20_entries_by_default() {
    Tenant tenant = subject.tenant("wide");
    started(tenant, 21);
    assertThat(ids(tenant.get(LIST))).hasSize(20);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0",
        "limit=101",
        "limit=-1",
        "limit=x",
        "limit=",
        "limit=1.5",
        "limit=99999999999999999999",
        "limit=1&limit=2",
        "status=done",
        "status=",
        "status=COMPLETED",
        "colour=red",
        "Limit=1",
        "=1",
        "=",
        "==",
        "=limit=1",
        "limit=1&=",
        "=&limit=1",
        "limit=1;="
      })
  @Rule({"LIST-04", "HTTP-12"})
  void a_query_that_is_not_the_contracts_is_refused(String query) {
    Exchange refused = subject.tenant().get(LIST + "?" + query);
    assertThat(refused.code()).isEqualTo("INVALID_PARAMS");
    assertThat(refused.json().at("/errors/0/in").asText()).isEqualTo("query");
  }

  @Test
  @Rule({"HTTP-12", "ERR-14", "ERR-15"})
  void a_parameter_without_a_name_is_one_fault_beside_the_others() {
    Exchange refused = subject.tenant().get(LIST + "?limit=0&=secret");
    assertThat(refused.json().path("errors"))
        .extracting(fault -> fault.path("field").asText())
        .containsExactlyInAnyOrder("query", "limit");
    assertThat(refused.text()).doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cursor=x",
        "cursor=",
        "cursor=%00",
        "cursor=Z2VuXzAx%20",
        "cursor=%21%21",
        "cursor=8J-mig"
      })
  @Rule("LIST-05")
  void a_cursor_that_is_not_ours_is_unreadable(String query) {
    assertThat(subject.tenant().get(LIST + "?" + query).code()).isEqualTo("MALFORMED_REQUEST");
  }

  @Test
  @Rule("LIST-06")
  void a_list_holds_the_accounts_own_only() {
    Tenant owner = subject.tenant();
    owner.start("a picture");
    assertThat(ids(subject.tenant().get(LIST))).isEmpty();
    assertThat(ids(owner.withOtherKey().get(LIST))).hasSize(1);
  }

  @Test
  @Rule("LIST-07")
  void what_comes_while_one_pages_does_not_move_what_was_there() {
    Tenant tenant = subject.tenant("wide");
    List<String> ids = started(tenant, 4);
    Exchange first = tenant.get(LIST + "?limit=2");
    started(tenant, 2);
    assertThat(ids(tenant.get(next(first).orElseThrow()))).containsExactly(ids.get(1), ids.get(0));
  }

  /** Their ids sort by the millisecond that they were made in, so each gets one of its own. */
  private List<String> started(Tenant tenant, int count) {
    List<String> ids = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      ids.add(tenant.start("a picture"));
      subject.time().pass(Duration.ofMillis(1));
    }
    return ids;
  }

  private static List<String> ids(Exchange page) {
    return page.json()
        .path("data")
        .valueStream()
        .map((JsonNode one) -> one.path("generation_id").asText())
        .toList();
  }

  private static Optional<String> next(Exchange page) {
    return page.header("Link")
        .map(NEXT::matcher)
        .filter(Matcher::matches)
        .map(link -> link.group(1));
  }
}
