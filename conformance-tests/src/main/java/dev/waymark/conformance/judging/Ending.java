package dev.waymark.conformance.judging;

import dev.waymark.conformance.faults.Arrival;
import dev.waymark.conformance.faults.Reply;

/** What a call without a success came to, as far as its client can know. */
sealed interface Ending {
  /** A whole error of the server, of a code that is known today or not. */
  record Refused(Said said) implements Ending {}

  /** An answer that nothing of the server's can be read in. */
  record Strange(Reply reply) implements Ending {}

  /** The same, because its body ended too soon; its status and headers came. */
  record Half(Reply reply) implements Ending {}

  /** An answer of whichever server the client was led to. */
  record LedAway() implements Ending {}

  /** No answer, or not one that can be relied on. */
  record Unanswered(String met) implements Ending {}

  /** Of a call whose last attempt is this one. */
  static Ending of(Heard heard, Arrival last) {
    if (!(last.met() instanceof Reply reply) || reply.succeeds()) {
      return new Unanswered(last.met().shown());
    }
    if (!heard.elsewhere().isEmpty()) {
      return new LedAway();
    }
    Said said = Said.by(reply);
    if (!said.body().path("error").isMissingNode()) {
      return new Refused(said);
    }
    return reply.manner() == Reply.Manner.CUT ? new Half(reply) : new Strange(reply);
  }
}
