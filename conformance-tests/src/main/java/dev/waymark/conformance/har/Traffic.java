package dev.waymark.conformance.har;

import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.oracles.ContractCheck;
import dev.waymark.conformance.suite.Bench;
import dev.waymark.conformance.wire.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Judges traffic that was recorded: each answer by itself, and what several show together, where
 * that is certain whatever was not recorded.
 */
public final class Traffic {
  private static final Pattern BLACKENED =
      Pattern.compile("filtered|redacted|removed|\\*{3}", Pattern.CASE_INSENSITIVE);
  private static final Duration WINDOW = Duration.ofSeconds(60);

  private final Bench bench;
  private final ContractCheck check;

  /** {@code bench} keeps the books; nothing is sent. */
  public Traffic(Bench bench) {
    this.bench = bench;
    this.check = new ContractCheck(bench.contract());
  }

  /** In the order in which they were sent. */
  public void judge(List<Exchange> exchanges) {
    exchanges.forEach(bench::judge);
    replays(exchanges);
    exchanges.stream()
        .filter(this::isAdmitted)
        .collect(
            Collectors.groupingBy(
                one -> one.request().value("Authorization").orElse(""),
                TreeMap::new,
                Collectors.toList()))
        .values()
        .forEach(this::rate);
  }

  /** A replay is the first answer again, byte for byte; it names the first call. */
  private void replays(List<Exchange> exchanges) {
    Map<String, Exchange> byId = new HashMap<>();
    for (Exchange one : exchanges) {
      one.header("X-Request-Id").ifPresent(id -> byId.putIfAbsent(id, one));
    }
    for (Exchange replay : exchanges) {
      if (replay.header("Idempotent-Replayed").filter("true"::equals).isPresent()) {
        replay
            .header("X-Original-Request-Id")
            .map(byId::get)
            .ifPresent(first -> replay(first, replay));
      }
    }
  }

  private void replay(Exchange first, Exchange replay) {
    boolean isSame =
        first.status() == replay.status() && Arrays.equals(first.body(), replay.body());
    String text =
        isSame
            ? "a replay gave the first answer again"
            : "a replay gave another answer than the call that it names";
    law("IDEM-01", isSame, text, first, replay);
  }

  /** Callers whose keys a recorder has blackened cannot be told from each other. */
  private boolean isAdmitted(Exchange one) {
    return one.status() < 300
        && one.request().value("Authorization").filter(Traffic::isKey).isPresent()
        && limit(one).isPresent()
        && check.operation(one.request()).filter(Operation::isCounted).isPresent();
  }

  /**
   * In no 60 seconds may a key have more calls than its limit. A call counts only where all of it
   * lies inside the window, since nobody has recorded when the server took it.
   */
  private void rate(List<Exchange> calls) {
    for (int first = 0; first < calls.size(); first++) {
      Instant end = calls.get(first).from().plus(WINDOW);
      List<Exchange> inside =
          calls.subList(first, calls.size()).stream()
              .takeWhile(call -> call.from().isBefore(end))
              .filter(call -> call.until().isBefore(end))
              .toList();
      // A limit that was raised meanwhile counts from its first call on.
      long limit =
          inside.stream().flatMap(call -> limit(call).stream()).max(Long::compare).orElse(0L);
      if (inside.size() > limit && !inside.isEmpty()) {
        law(
            "RATE-01",
            false,
            "%d calls of one key were admitted within 60 seconds, and its limit is %d"
                .formatted(inside.size(), limit),
            inside.getFirst(),
            inside.getLast());
        return;
      }
    }
  }

  /** What breaks a rule that this kit does not list breaks the first of all rules. */
  private void law(String id, boolean isKept, String text, Exchange... evidence) {
    if (bench.obligations().of(id).isPresent()) {
      bench.law(id, isKept, text, evidence);
    } else if (!isKept) {
      bench.law("ERR-02", false, id + ": " + text, evidence);
    }
  }

  private static boolean isKey(String authorization) {
    return !BLACKENED.matcher(authorization).find();
  }

  private static Optional<Long> limit(Exchange exchange) {
    return exchange
        .header("X-RateLimit-Limit")
        .filter(text -> text.matches("\\d{1,9}"))
        .map(Long::valueOf);
  }
}
