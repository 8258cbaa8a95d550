package dev.waymark.conformance.oracles;

import dev.waymark.conformance.wire.ErrorRead;
import java.util.ArrayList;
import java.util.List;

/**
 * Header, body and catalogue agree on the code. One that the catalogue does not have is odd and not
 * broken: the set is open, and callers are told what to do with those they do not know.
 */
final class CodeLaws {
  private CodeLaws() {}

  static List<Violation> violations(Answer answer) {
    List<Violation> violations = new ArrayList<>();
    String code = answer.code();
    if (code.isEmpty()) {
      violations.add(Clause.CODE.broken("nothing says the error's code"));
    } else if (answer.isOfTheFuture()) {
      violations.add(Clause.CODE.odd("the catalogue has no code \"" + code + "\""));
    } else if (answer.row().isEmpty()) {
      violations.add(Clause.CODE.broken("\"" + code + "\" is no code"));
    }
    answer
        .row()
        .filter(row -> row.status() != answer.exchange().status())
        .ifPresent(row ->
            violations.add(
                Clause.CODE.broken(
                    row.status() == 0
                        ? code + " is a generation's and no answer's"
                        : code + " has the status " + row.status())));
    answer
        .fields()
        .map(ErrorRead::code)
        .filter(said -> !said.equals(code))
        .ifPresent(said ->
            violations.add(
                Clause.CODE.broken("the body says \"%s\" and not %s".formatted(said, code))));
    return violations;
  }
}
