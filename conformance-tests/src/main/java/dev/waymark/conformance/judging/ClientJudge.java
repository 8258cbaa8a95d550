package dev.waymark.conformance.judging;

import dev.waymark.conformance.contract.CatalogueRow;
import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.drivers.Order;
import dev.waymark.conformance.faults.Arrival;
import dev.waymark.conformance.faults.Call;
import dev.waymark.conformance.verdicts.Evidence;
import dev.waymark.conformance.verdicts.Finding;
import dev.waymark.conformance.verdicts.Findings;
import dev.waymark.conformance.verdicts.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes into the books what played cases show. Safe for use by many threads. */
final class ClientJudge {
  private final Contract contract;
  private final Pace pace;
  private final Redaction redaction;
  private final Findings findings;

  ClientJudge(Contract contract, Pace pace, Redaction redaction, Findings findings) {
    this.redaction = redaction;
    this.contract = contract;
    this.pace = pace;
    this.findings = findings;
  }

  void judge(Played played) {
    Optional<Heard> unsupported = played.calls().stream().filter(Heard::isUnsupported).findFirst();
    if (unsupported.isPresent()) {
      Order order = unsupported.get().order();
      String text =
          "the client has no way to %s %s"
              .formatted(
                  order.stopAfter().isPresent() ? "stop a call of" : "call", order.operation());
      all(played, Verdict.UNREACHED, text);
      return;
    }
    List<Look> looks = new ArrayList<>(keys(played));
    played.calls().forEach(call -> looks.addAll(looks(played.one(), call)));
    played.calls().stream()
        .filter(call -> call.told().isEmpty())
        .findFirst()
        .ifPresent(call -> looks.addAll(unsaid(played.one(), call, looks)));
    looks.addAll(unseen(played, looks));
    List<Evidence> evidence = List.of(played.evidence(redaction));
    looks.forEach(look -> add(played, look, evidence));
  }

  /** What the case was for, and what nobody can see without the client's word. */
  private static List<Look> unsaid(ClientCase one, Heard call, List<Look> looks) {
    Set<String> seen = looks.stream().map(Look::obligation).collect(Collectors.toSet());
    return one.decides().stream()
        .filter(id -> !seen.contains(id))
        .map(id -> Look.broken(id, "the client says nothing of the call: " + call.failure()))
        .toList();
  }

  /** What the case was for, and what this client has not shown in it. */
  private static List<Look> unseen(Played played, List<Look> looks) {
    Set<String> seen = looks.stream().map(Look::obligation).collect(Collectors.toSet());
    boolean isSent = played.calls().stream().anyMatch(call -> !call.arrivals().isEmpty());
    String text = "the client never came that far" + (isSent ? "" : "; it sent nothing");
    return played.one().decides().stream()
        .filter(id -> !seen.contains(id))
        .map(id -> new Look(id, Verdict.UNREACHED, text))
        .toList();
  }

  /** Callers that met the same at once: the time between their first two attempts differs. */
  void judgeHerd(List<Played> herd) {
    List<Duration> gaps =
        herd.stream()
            .flatMap(played -> played.calls().stream())
            .filter(call -> call.arrivals().size() > 1)
            .map(call ->
                Duration.between(call.arrivals().get(0).ended(), call.arrivals().get(1).at()))
            .sorted()
            .toList();
    if (herd.isEmpty()) {
      return;
    }
    if (gaps.size() < 2) {
      add(herd.getFirst(), new Look("SEND-10", Verdict.UNREACHED, "none of them came back"));
      return;
    }
    Duration spread = gaps.getLast().minus(gaps.getFirst());
    String text =
        "%d callers came back within %d ms of each other".formatted(gaps.size(), spread.toMillis());
    boolean apart = spread.compareTo(pace.together()) > 0;
    add(herd.getFirst(), apart ? Look.kept("SEND-10", text) : Look.poor("SEND-10", text));
  }

  private List<Look> looks(ClientCase one, Heard call) {
    boolean isOver = call.told().isPresent() || call.took().compareTo(call.order().deadline()) > 0;
    if (!isOver) {
      return List.of(); // The program broke off in its middle.
    }
    Operation operation = contract.operation(call.order().operation());
    List<Look> looks = new ArrayList<>(SentLaws.looks(operation, call));
    looks.addAll(TimeLaws.looks(operation, call, pace));
    looks.addAll(ToldLaws.looks(contract, call));
    looks.addAll(Elsewhere.looks(call));
    Optional<CatalogueRow> row = one.code().filter(_ -> call.told().isPresent()).map(contract::row);
    row.ifPresent(code -> looks.addAll(CodeLaws.looks(code, call, List.copyOf(looks))));
    return looks;
  }

  private static List<Look> keys(Played played) {
    List<Look> looks = new ArrayList<>();
    Set<String> before = new HashSet<>();
    for (Heard call : played.calls()) {
      List<String> sent =
          call.arrivals().stream()
              .map(Arrival::call)
              .filter(Call::isRead)
              .map(one -> one.idempotencyKey().orElse(""))
              .toList();
      call.order()
          .idempotencyKey()
          .filter(_ -> !sent.isEmpty())
          .ifPresent(given ->
              looks.add(
                  Look.of(
                      "SEND-07",
                      sent.stream().allMatch(given::equals),
                      "the caller's key was sent",
                      "the caller gave an Idempotency-Key, and another was sent, or none")));
      Set<String> own = new HashSet<>(sent);
      own.remove("");
      boolean isFresh = own.stream().noneMatch(before::contains);
      if (!own.isEmpty() && (!before.isEmpty() || !isFresh)) {
        looks.add(
            Look.of(
                "SEND-07",
                isFresh,
                "each call has a key of its own",
                "two calls share an Idempotency-Key"));
      }
      before.addAll(own);
    }
    return looks;
  }

  private void all(Played played, Verdict verdict, String text) {
    played.one().decides().forEach(id -> add(played, new Look(id, verdict, text)));
  }

  private void add(Played played, Look look) {
    boolean isSeen = look.verdict() != Verdict.UNREACHED;
    add(played, look, isSeen ? List.of(played.evidence(redaction)) : List.of());
  }

  private void add(Played played, Look look, List<Evidence> evidence) {
    String text = redaction.clean(played.one().name() + ": " + look.text());
    findings.add(new Finding(look.obligation(), look.verdict(), text, evidence));
  }
}
