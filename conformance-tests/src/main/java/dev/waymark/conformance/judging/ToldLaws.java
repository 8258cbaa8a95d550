package dev.waymark.conformance.judging;

import dev.waymark.conformance.contract.CatalogueRow;
import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.drivers.Told;
import dev.waymark.conformance.faults.Arrival;
import dev.waymark.conformance.faults.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether what a client tells of a call is what came of it. */
final class ToldLaws {
  private final Set<String> catalogue;
  private final Heard heard;
  private final Told told;
  private final List<Look> looks = new ArrayList<>();

  private ToldLaws(Contract contract, Heard heard, Told told) {
    this.catalogue =
        contract.catalogue().stream().map(CatalogueRow::code).collect(Collectors.toSet());
    this.heard = heard;
    this.told = told;
  }

  static List<Look> looks(Contract contract, Heard heard) {
    return heard.told().map(told -> new ToldLaws(contract, heard, told).looks()).orElse(List.of());
  }

  private List<Look> looks() {
    List<String> shown = Leaks.in(told, heard.order());
    boolean isSent = !heard.arrivals().isEmpty();
    if (!shown.isEmpty() || isSent) {
      looks.add(Look.of("READ-06", shown.isEmpty(), "neither is shown", String.join(", ", shown)));
    }
    if (!isSent) {
      if (heard.succeeded()) {
        looks.add(Look.broken("READ-01", "it tells a success, and has sent nothing"));
      }
      return looks;
    }
    outcome(heard.arrivals().getLast());
    return looks;
  }

  private void outcome(Arrival last) {
    String met = last.met().shown();
    boolean isStopped = heard.order().stopAfter().isPresent();
    boolean dripped = last.met() instanceof Reply reply && reply.manner() == Reply.Manner.DRIPS;
    if (isMisread(last)) {
      return;
    }
    if (heard.succeeded()) {
      told.code()
          .ifPresent(code ->
              looks.add(
                  Look.broken("READ-01", "it tells a success together with the code " + code)));
      looks.add(
          Look.of(
              "READ-01",
              last.succeeded(),
              "a success is told as one",
              "it tells a success, and the last attempt met " + met));
      return;
    }
    if (last.succeeded()) {
      looks.add(
          Look.of(
              "READ-01",
              isStopped || dripped,
              "told as an error that came too late",
              "it tells an error (%s), and the last attempt was answered with %s"
                  .formatted(words(), met)));
      return;
    }
    looks.add(Look.kept("READ-01", "not told as a success"));
    if (isStopped) {
      return;
    }
    switch (Ending.of(heard, last)) {
      case Ending.Refused(Said said) -> refused(said);
      case Ending.Strange(Reply reply) -> strange(reply);
      case Ending.Half(Reply reply) -> half(reply);
      case Ending.Unanswered(String what) -> unanswered(what);
      case Ending.LedAway() -> {} // Its status is as good as any.
    }
  }

  /** Whether an interim answer was taken for the answer, of which then nothing is told. */
  private boolean isMisread(Arrival last) {
    if (!(last.met() instanceof Reply reply) || reply.manner() != Reply.Manner.AFTER_A_HINT) {
      return false;
    }
    int status = told.status().orElse(last.succeeded() && !heard.succeeded() ? 100 : 200);
    boolean isMisread = status / 100 == 1;
    looks.add(
        isMisread
            ? Look.poor("READ-07", "after %s it tells %s".formatted(reply.shown(), words()))
            : Look.kept("READ-07", "read past the interim answer"));
    return isMisread;
  }

  private void refused(Said said) {
    String shown = said.reply().shown();
    boolean isKnown = catalogue.contains(said.code());
    looks.add(
        Look.of(
            isKnown ? "READ-02" : "READ-03",
            Objects.equals(told.code().orElse(""), said.code()),
            "told as " + said.code(),
            "after %s it tells %s".formatted(shown, words())));
    looks.add(
        Look.of(
            "READ-02",
            isTold(said.reply()) && told.requestId().equals(said.requestId()),
            "with its status and request id",
            "after %s (%s) it tells %s"
                .formatted(shown, said.requestId().orElse("no request id"), words())));
  }

  private void strange(Reply reply) {
    looks.add(
        Look.of(
            "READ-04",
            isTold(reply) && isNoneOfTheCatalogue(),
            "told as " + words(),
            "after %s that is not the server's it tells %s".formatted(reply.shown(), words())));
  }

  /** A client may take it for no answer, though it could know better. */
  private void half(Reply reply) {
    if (told.status().isEmpty() && isNoneOfTheCatalogue()) {
      looks.add(Look.poor("READ-04", "after %s it tells %s".formatted(reply.shown(), words())));
    } else {
      strange(reply);
    }
  }

  private boolean isTold(Reply reply) {
    return told.status().equals(Optional.of(reply.status()));
  }

  /** A client may speak of the last answer that it did get. */
  private void unanswered(String met) {
    Set<String> had =
        heard.arrivals().stream()
            .map(Arrival::met)
            .filter(Reply.class::isInstance)
            .map(step -> Said.by((Reply) step).code())
            .collect(Collectors.toSet());
    boolean isTrue =
        told.outcome() == Told.Outcome.ERROR
            && (isNoneOfTheCatalogue() || had.contains(told.code().orElse("")));
    looks.add(
        Look.of(
            "READ-05",
            isTrue,
            "told as " + words(),
            "after %s it tells %s".formatted(met, words())));
  }

  private boolean isNoneOfTheCatalogue() {
    return told.code().filter(catalogue::contains).isEmpty();
  }

  private String words() {
    return "%s, %s, request %s, kind \"%s\""
        .formatted(
            told.status().map(status -> "status " + status).orElse("no status"),
            told.code().map(code -> "code " + code).orElse("no code"),
            told.requestId().orElse("-"),
            told.kind());
  }
}
