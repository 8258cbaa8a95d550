package dev.waymark.conformance.judging;

import dev.waymark.conformance.contract.CatalogueRow;
import dev.waymark.conformance.drivers.Told;
import dev.waymark.conformance.faults.Reply;
import dev.waymark.conformance.obligations.ClientObligations;
import dev.waymark.conformance.obligations.CodeClause;
import dev.waymark.conformance.verdicts.Verdict;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is owed for one code of the catalogue, in a call that met nothing else. */
final class CodeLaws {
  /** Any of these, broken, is a call that was sent again wrongly, or wrongly not. */
  private static final Set<String> RESENDING =
      Set.of("SEND-01", "SEND-02", "SEND-03", "SEND-04", "SEND-08");

  private final CatalogueRow row;
  private final Heard heard;

  private CodeLaws(CatalogueRow row, Heard heard) {
    this.row = row;
    this.heard = heard;
  }

  /** {@code others} is what the call shows of the numbered rules. */
  static List<Look> looks(CatalogueRow row, Heard heard, List<Look> others) {
    return new CodeLaws(row, heard).looks(others);
  }

  private List<Look> looks(List<Look> others) {
    Optional<Reply> reply = heard.lastReply();
    Optional<Told> told = heard.told();
    if (reply.isEmpty() || told.isEmpty()) {
      return ClientObligations.clauses(row)
          .map(clause -> Look.broken(ClientObligations.id(row, clause), "the call was never sent"))
          .toList();
    }
    return ClientObligations.clauses(row)
        .map(clause ->
            clause == CodeClause.RESEND ? resend(others) : told(clause, reply.get(), told.get()))
        .toList();
  }

  private Look told(CodeClause clause, Reply reply, Told told) {
    if (heard.succeeded()) {
      return Look.broken(
          ClientObligations.id(row, clause),
          "it tells a success, and the last attempt met " + reply.shown());
    }
    Said said = Said.by(reply);
    return switch (clause) {
      case CODE -> equal(clause, row.code(), told.code());
      case STATUS -> status(reply, told);
      case REQUEST_ID -> equal(clause, said.requestId().orElse(""), told.requestId());
      case NEXT -> equal(clause, said.body().path("next").asText(), told.next());
      case WAIT -> wait(reply, told);
      case RESEND -> throw new IllegalArgumentException("is not told");
    };
  }

  private Look status(Reply reply, Told told) {
    boolean isText = told.status().isEmpty() && told.members().containsKey("status");
    return isText
        ? Look.broken(
            ClientObligations.id(row, CodeClause.STATUS),
            "its status is no whole number, which is wanted: " + told.members().get("status"))
        : equal(CodeClause.STATUS, "" + reply.status(), told.status().map(String::valueOf));
  }

  private Look equal(CodeClause clause, String sent, Optional<String> told) {
    return Look.of(
        ClientObligations.id(row, clause),
        told.equals(Optional.of(sent)),
        "told as it came",
        "it tells %s, and the answer said \"%s\""
            .formatted(told.map(text -> '"' + text + '"').orElse("nothing"), sent));
  }

  /** In milliseconds, or in whole seconds as the header has it. */
  private Look wait(Reply reply, Told told) {
    long named = Said.by(reply).wait(heard.ended()).map(Duration::toMillis).orElse(0L);
    List<Long> right = List.of(named, Math.ceilDiv(named, 1000L) * 1000);
    return Look.of(
        ClientObligations.id(row, CodeClause.WAIT),
        told.retryAfterMillis().filter(right::contains).isPresent(),
        "told as it came",
        "it tells %s, and the answer named %d ms"
            .formatted(
                told.retryAfterMillis().map(millis -> millis + " ms").orElse("nothing"), named));
  }

  private Look resend(List<Look> others) {
    String id = ClientObligations.id(row, CodeClause.RESEND);
    return others.stream()
        .filter(look -> RESENDING.contains(look.obligation()))
        .filter(look -> look.verdict() == Verdict.FAIL || look.verdict() == Verdict.WARN)
        .min(Comparator.comparing(Look::verdict))
        .map(look -> new Look(id, look.verdict(), look.text()))
        .orElse(Look.kept(id, "sent %d times".formatted(heard.arrivals().size())));
  }
}
