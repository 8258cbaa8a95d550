package dev.waymark.conformance.requests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.wire.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of calls, and the filters that choose them. */
@ExtendWith(SubjectExtension.class)
final class SearchTest {
  private static final String LIST = "/api/v1/requests";
  private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

  private final Subject subject;

  SearchTest(Subject subject) {
    this.subject = subject;
  }

  @Test
  @Rule("REQ-06")
  void pages_lead_through_all_calls_once_newest_first() {
    Tenant tenant = subject.tenant("wide");
    List<String> newestFirst = called(tenant, 7, "/api/v1/models").reversed();
    List<String> seen = new ArrayList<>();
    Optional<String> page = Optional.of(LIST + "?limit=3&route=/api/v1/models");
    while (page.isPresent()) {
      Exchange exchange = tenant.get(page.get());
      assertThat(ids(exchange)).hasSizeLessThanOrEqualTo(3);
      seen.addAll(ids(exchange));
      page = next(exchange);
      assertThat(exchange.json().has("next_cursor")).isEqualTo(page.isPresent());
    }
    assertThat(seen).isEqualTo(newestFirst);
  }

  @Test
  @Rule("REQ-06")
  void a_list_holds_the_accounts_own_only_of_all_its_keys() {
    Tenant tenant = subject.tenant();
    Tenant other = tenant.withOtherKey();
    called(subject.tenant(), 1, "/api/v1/models");
    String own = called(tenant, 1, "/api/v1/models").getFirst();
    String others = called(other, 1, "/api/v1/models").getFirst();
    assertThat(ids(tenant.get(LIST + "?route=/api/v1/models"))).containsExactly(others, own);
  }

  @Test
  @Rule("REQ-07")
  void filters_choose_by_code_status_key_and_route_and_all_must_hold() {
    Tenant tenant = subject.tenant("wide");
    Tenant other = tenant.withOtherKey();
    String found = called(tenant, 1, "/api/v1/models").getFirst();
    String refused = called(tenant, 1, "/api/v1/models/no-such").getFirst();
    String others = called(other, 1, "/api/v1/models/no-such").getFirst();
    String key = tenant.get("/api/v1/account").json().at("/key/key_id").asText();
    Map<String, List<String>> expected =
        Map.of(
            "code=MODEL_NOT_FOUND",
            List.of(others, refused),
            "status=404",
            List.of(others, refused),
            "status=404&key_id=" + key,
            List.of(refused),
            "route=/api/v1/models&key_id=" + key,
            List.of(found),
            "route=/api/v1/models&status=404",
            List.of(),
            "code=NO_SUCH_CODE",
            List.of(),
            "code=MODEL_NOT_FOUND%00",
            List.of(),
            "key_id=key_unknown",
            List.of());
    expected.forEach(
        (query, ids) -> assertThat(ids(tenant.get(LIST + "?" + query))).as(query).isEqualTo(ids));
  }

  @Test
  @Rule("REQ-07")
  void from_is_included_and_until_is_not_in_whatever_offset_they_are_written() {
    Tenant tenant = subject.tenant("wide");
    List<String> calls = called(tenant, 3, "/api/v1/models");
    Instant second = receivedAt(tenant, calls.get(1));
    Instant third = receivedAt(tenant, calls.get(2));
    OffsetDateTime east = second.atOffset(ZoneOffset.ofHours(2));
    for (String from :
        List.of(
            second.toString(),
            second.toString().replace('T', 't').replace('Z', 'z'),
            east.toString().replace("+", "%2B"))) {
      String query = "?route=/api/v1/models&from=" + from + "&until=" + third;
      assertThat(ids(tenant.get(LIST + query))).as(query).containsExactly(calls.get(1));
    }
  }

  @Test
  @Rule("REQ-07")
  void until_before_from_finds_nothing() {
    Tenant tenant = subject.tenant();
    called(tenant, 1, "/api/v1/models");
    Exchange empty = tenant.get(LIST + "?from=2030-01-01T00:00:00Z&until=2020-01-01T00:00:00Z");
    assertThat(ids(empty)).isEmpty();
    assertThat(next(empty)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from=yesterday",
        "from=",
        "from=2026-01-01",
        "from=2026-01-01T00:00:00",
        "from=2026-13-01T00:00:00Z",
        "from=2026-01-01T25:00:00Z",
        "from=2026-01-01T00:00:00+02:00",
        "until=1767225600",
        "until=2026-02-30T00:00:00Z",
        "status=abc",
        "status=99",
        "status=600",
        "code=",
        "key_id=",
        "route=",
        "from=2026-01-01T00:00:00Z&from=2026-01-02T00:00:00Z",
        "error=RATE_LIMIT"
      })
  @Rule("REQ-07")
  void a_filter_that_cannot_be_read_is_refused(String query) {
    assertThat(subject.tenant().get(LIST + "?" + query).code()).isEqualTo("INVALID_PARAMS");
  }

  /** Odd, and right by RFC 3339 or close to it: answered either way, and never with a failure. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z",
        "0001-01-01T00:00:00%2B23:59",
        "9999-12-31T23:59:59-23:59",
        "2026-01-01T00:00:00-00:00",
        "2026-01-01T00:00:00.123456789Z",
        "2026-01-01T00:00:00.1234567890123Z",
        "2026-01-01%2000:00:00Z",
        "2026-01-01_00:00:00Z",
        "2016-12-31T23:59:60Z",
        "2017-01-01T01:59:60%2B02:00",
        "2026-01-01T24:00:00Z",
        "2026-01-01T00:00:00%2B24:00",
        "2026-01-01T00:00:00%2B18:30",
        "2026-01-01T00:00Z",
        "%2B002026-01-01T00:00:00Z",
        "2026-01-01T00:00:00.Z",
        "2026-01-01T00:00:00,5Z"
      })
  @Rule("REQ-07")
  void a_time_is_either_understood_or_an_invalid_parameter(String time) {
    Exchange answer = subject.tenant().get(LIST + "?from=" + time);
    assertThat(answer.code()).isIn("", "INVALID_PARAMS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "%20", "Z2VuXzAx", "cmVxXzAx", "%00"})
  @Rule("REQ-06")
  void a_cursor_that_is_not_ours_is_unreadable(String cursor) {
    assertThat(subject.tenant().get(LIST + "?cursor=" + cursor).code())
        .isEqualTo("MALFORMED_REQUEST");
  }

  /** Their ids sort by the millisecond that they were made in, so each gets one of its own. */
  private List<String> called(Tenant tenant, int count, String path) {
    List<String> ids = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      subject.time().pass(Duration.ofMillis(1));
      ids.add(tenant.awaitLogged(tenant.get(path)));
    }
    return ids;
  }

  private static Instant receivedAt(Tenant tenant, String id) {
    return Instant.parse(tenant.get(LIST + "/" + id).json().path("received_at").asText());
  }

  private static List<String> ids(Exchange page) {
    assertThat(page.status()).as("%s", page).isEqualTo(200);
    return page.json()
        .path("data")
        .valueStream()
        .map((JsonNode one) -> one.path("request_id").asText())
        .toList();
  }

  private static Optional<String> next(Exchange page) {
    return page.header("Link")
        .map(NEXT::matcher)
        .filter(Matcher::matches)
        .map(link -> link.group(1));
  }
}
