package dev.waymark.conformance.mutants;

import dev.waymark.conformance.filter.Answer;
import dev.waymark.conformance.filter.Behind;
import dev.waymark.conformance.filter.Filter;
import dev.waymark.conformance.wire.Request;
import java.util.function.BiPredicate;
import java.util.function.ToLongFunction;

/** Takes credits after answers that are to cost nothing, or have cost already. */
record Charging(BiPredicate<Request, Answer> where, ToLongFunction<Answer> credits)
    implements Filter {
  static Mutant mutant(String name, String does, BiPredicate<Request, Answer> where) {
    return Mutant.remembering(name, does, () -> new Charging(where, _ -> 1));
  }

  @Override
  public Answer answer(Request asked, Answer answer, Behind behind) {
    if (where.test(asked, answer)) {
      Behind.key(asked)
          .flatMap(behind::account)
          .ifPresent(account -> behind.take(account, credits.applyAsLong(answer)));
    }
    return answer;
  }
}
