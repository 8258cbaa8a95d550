package dev.waymark.conformance.mutants;

import dev.waymark.conformance.filter.Answer;
import dev.waymark.conformance.filter.Behind;
import dev.waymark.conformance.filter.Filter;
import dev.waymark.conformance.wire.Request;

/** A filter that goes by a request and its answer alone. */
@FunctionalInterface
interface Edit extends Filter {
  Answer edited(Request asked, Answer answer);

  @Override
  default Answer answer(Request asked, Answer answer, Behind behind) {
    return edited(asked, answer);
  }
}
