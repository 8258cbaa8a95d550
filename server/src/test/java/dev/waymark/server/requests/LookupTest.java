package dev.waymark.server.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.errors.ApiException;
import dev.waymark.server.SharedServer;
import dev.waymark.server.contract.Cursor;
import dev.waymark.server.contract.Page;
import dev.waymark.server.ids.AccountId;
import dev.waymark.server.ids.RequestId;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Searches on a real PostgreSQL, against the plain law. */
class LookupTest {
  private static final Duration RETENTION = Duration.ofDays(30);

  private final SharedServer server = SharedServer.get();
  private final JdbcCallStore store = server.bean(JdbcCallStore.class);
  private final AccountId account = server.account(SharedServer.plan(0));

  /** A call that was answered so long ago. */
  record Past(Duration age, String key, String route, int status) {
    Optional<String> code() {
      return status < 400 ? Optional.empty() : Optional.of("CODE_" + status);
    }
  }

  /** What is asked for; ages instead of times. */
  record Wish(
      Optional<Duration> from,
      Optional<Duration> until,
      Optional<String> code,
      Optional<Integer> status,
      Optional<String> key,
      Optional<String> route) {

    CallSearch search(Instant now) {
      return new CallSearch(
          RequestId.lowestFrom(from.map(now::minus).orElse(Instant.EPOCH)),
          until.map(now::minus).map(RequestId::lowestFrom),
          code,
          status,
          key,
          route);
    }

    boolean isFor(LoggedCall call, Instant now) {
      return from.stream().noneMatch(age -> call.receivedAt().isBefore(now.minus(age)))
          && until.stream().allMatch(age -> call.receivedAt().isBefore(now.minus(age)))
          && code.stream().allMatch(wanted -> call.code().equals(Optional.of(wanted)))
          && status.stream().allMatch(wanted -> call.status() == wanted)
          && key.stream().allMatch(call.key().value()::equals)
          && route.stream().allMatch(wanted -> call.route().equals(Optional.of(wanted)));
    }
  }

  @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
  void pages_hold_what_is_wanted_once_newest_first_and_nothing_else(
      @ForAll("pasts") List<Past> pasts,
      @ForAll("wishes") Wish wish,
      @ForAll @IntRange(min = 1, max = 5) int limit,
      @ForAll @IntRange(min = 1, max = 9) int searchedPerPage)
      throws SQLException {
    Instant now = server.clock().instant();
    AccountId own = server.account(SharedServer.plan(0));
    List<LoggedCall> calls = keep(own, pasts, now);
    keep(account, pasts, now);

    List<LoggedCall> wanted =
        calls.stream()
            .filter(call -> wish.isFor(call, now))
            .filter(call -> !call.receivedAt().isBefore(now.minus(RETENTION)))
            .sorted(Comparator.comparing((LoggedCall call) -> call.id().value()).reversed())
            .toList();

    assertThat(all(lookup(searchedPerPage), own, wish.search(now), limit)).isEqualTo(wanted);
  }

  @Test
  void a_call_is_found_by_its_account_only() throws SQLException {
    LoggedCall call = keep(account, Duration.ZERO);
    AccountId other = server.account(SharedServer.plan(0));
    assertThat(lookup(1).get(account, call.id().value())).isEqualTo(call);
    assertThat(refusal(other, call.id().value())).isEqualTo("REQUEST_NOT_FOUND");
  }

  @Test
  void a_call_is_found_to_the_end_of_its_retention_although_its_partition_lasts_longer()
      throws SQLException {
    LoggedCall last = keep(account, RETENTION);
    LoggedCall past = keep(account, RETENTION.plusMillis(1));
    assertThat(lookup(1).get(account, last.id().value())).isEqualTo(last);
    assertThat(refusal(account, past.id().value())).isEqualTo("REQUEST_NOT_FOUND");
  }

  @Test
  void an_id_that_is_none_is_not_found_and_shown_in_part_only() {
    assertThatThrownBy(() -> lookup(1).get(account, "x".repeat(100)))
        .isInstanceOfSatisfying(
            ApiException.class,
            refusal ->
                assertThat(refusal.error().extras())
                    .containsEntry("wanted_request_id", "x".repeat(64))
                    .containsEntry("retention_days", 30L));
  }

  private Lookup lookup(int searchedPerPage) {
    RequestLogSettings settings =
        new RequestLogSettings(RETENTION, 1, 1, Duration.ofMillis(1), searchedPerPage);
    return new Lookup(server.jdbi(), server.bean(CallLog.class), server.clock(), settings);
  }

  private LoggedCall keep(AccountId owner, Duration age) throws SQLException {
    return keep(owner, List.of(new Past(age, "k1", "/a", 200)), server.clock().instant())
        .getFirst();
  }

  private List<LoggedCall> keep(AccountId owner, List<Past> pasts, Instant now)
      throws SQLException {
    List<LoggedCall> calls =
        pasts.stream()
            .map(past ->
                AnyCall.of(
                    owner,
                    now.minus(past.age()),
                    past.key(),
                    past.route(),
                    past.status(),
                    past.code()))
            .toList();
    if (!calls.isEmpty()) {
      store.keep(calls);
    }
    return calls;
  }

  private static List<LoggedCall> all(
      Lookup lookup, AccountId account, CallSearch search, int limit) {
    List<LoggedCall> all = new ArrayList<>();
    Optional<Cursor> after = Optional.empty();
    do {
      Page<LoggedCall> page = lookup.list(account, search, after, limit);
      assertThat(page.entries()).hasSizeLessThanOrEqualTo(limit);
      all.addAll(page.entries());
      after = page.next();
    } while (after.isPresent());
    return all;
  }

  private String refusal(AccountId asking, String id) {
    try {
      lookup(1).get(asking, id);
    } catch (ApiException refusal) {
      return refusal.error().code().name();
    }
    throw new AssertionError("it was found");
  }

  @Provide
  Arbitrary<List<Past>> pasts() {
    return Combinators.combine(
            ages(), Arbitraries.of("k1", "k2"), Arbitraries.of("/a", "/b"), statuses())
        .as(Past::new)
        .list()
        .ofMaxSize(20);
  }

  @Provide
  Arbitrary<Wish> wishes() {
    return Combinators.combine(
            ages().optional(0.4),
            ages().optional(0.4),
            Arbitraries.of("CODE_404", "CODE_429", "NO_SUCH", "\0").optional(0.3),
            statuses().optional(0.3),
            Arbitraries.of("k1", "k2", "k\0").optional(0.3),
            Arbitraries.of("/a", "/b", "").optional(0.3))
        .as(Wish::new);
  }

  private static Arbitrary<Integer> statuses() {
    return Arbitraries.of(200, 202, 404, 429);
  }

  /** Whole milliseconds, for those are what an id keeps of a time. */
  private static Arbitrary<Duration> ages() {
    return Arbitraries.of(
        Duration.ZERO,
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofHours(20),
        Duration.ofDays(1),
        Duration.ofDays(29),
        RETENTION,
        RETENTION.plusMillis(1));
  }
}
