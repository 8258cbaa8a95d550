package dev.waymark.conformance.har;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.obligations.Obligations;
import dev.waymark.conformance.rules.Rules;
import dev.waymark.conformance.suite.Bench;
import dev.waymark.conformance.targets.Hook;
import dev.waymark.conformance.targets.Passage;
import dev.waymark.conformance.targets.Profile;
import dev.waymark.conformance.targets.Target;
import dev.waymark.conformance.verdicts.Finding;
import dev.waymark.conformance.verdicts.Findings;
import dev.waymark.conformance.verdicts.Verdict;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What several recorded answers show together is judged, and only where it is certain. */
final class TrafficTest {
  private static final String ID = "req_01KAM3Q9T5X8Y2ZB4C6D7E8F9G";
  private static final Obligations OBLIGATIONS = Obligations.of(Contract.read(), Rules.read());

  @Test
  void more_calls_in_a_minute_than_the_limit_are_seen() {
    assertThat(texts(calls("wm_live_a", 4, 1000, 3)))
        .anyMatch(text ->
            text.endsWith(
                "4 calls of one key were admitted within 60 seconds, and its limit is 3"));
  }

  @Test
  void as_many_as_the_limit_are_none_too_many_in_any_minute() {
    List<Exchange> calls = new ArrayList<>(calls("wm_live_a", 3, 1000, 3));
    calls.add(Recorded.admitted("wm_live_a", 59_990, 60_010, 3));
    assertThat(texts(calls)).noneMatch(text -> text.contains("were admitted"));
  }

  @Test
  void each_key_has_a_limit_of_its_own_and_blackened_ones_cannot_be_told_apart() {
    List<Exchange> calls = new ArrayList<>(calls("wm_live_a", 3, 1000, 3));
    calls.addAll(calls("wm_live_b", 3, 1000, 3));
    calls.addAll(calls("[Filtered]", 30, 10, 3));
    assertThat(texts(calls)).noneMatch(text -> text.contains("were admitted"));
  }

  @Test
  void a_request_id_that_comes_twice_is_seen() {
    assertThat(texts(List.of(withId(ID, "{}"), withId(ID, "{}"))))
        .anyMatch(text -> text.contains("the request id " + ID + " is not unique"));
  }

  @Test
  void a_replay_that_is_not_the_first_answer_is_seen() {
    assertThat(texts(List.of(withId("req_1", "{\"a\":1}"), replay("req_1", "{\"a\":2}"))))
        .anyMatch(
            text -> text.contains("a replay gave another answer than the call that it names"));
    assertThat(texts(List.of(withId("req_1", "{\"a\":1}"), replay("req_1", "{\"a\":1}"))))
        .noneMatch(text -> text.contains("a replay gave another answer"));
  }

  @Test
  void a_replay_of_a_call_that_was_not_recorded_shows_nothing() {
    assertThat(texts(List.of(replay("req_0", "{\"a\":2}"))))
        .noneMatch(text -> text.contains("a replay gave"));
  }

  private static List<String> texts(List<Exchange> exchanges) {
    Findings findings = new Findings();
    Target target =
        new Target(
            Profile.of(URI.create("http://127.0.0.1:8080")), Passage.ofTheMachine(), Hook.NONE);
    new Traffic(new Bench(OBLIGATIONS, target, findings)).judge(exchanges);
    return findings.all().stream()
        .filter(one -> one.verdict() == Verdict.FAIL)
        .map(Finding::text)
        .toList();
  }

  private static List<Exchange> calls(String key, int number, long apart, int limit) {
    List<Exchange> calls = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      calls.add(Recorded.admitted(key, i * apart, i * apart + 5, limit));
    }
    return calls;
  }

  private static Exchange withId(String id, String body) {
    return Recorded.exchange(
        Request.post("/api/v1/generate", "{}"), 202, body, 0, 1, "X-Request-Id", id);
  }

  private static Exchange replay(String original, String body) {
    return Recorded.exchange(
        Request.post("/api/v1/generate", "{}"),
        202,
        body,
        2,
        3,
        "X-Request-Id",
        "req_2",
        "Idempotent-Replayed",
        "true",
        "X-Original-Request-Id",
        original);
  }
}
