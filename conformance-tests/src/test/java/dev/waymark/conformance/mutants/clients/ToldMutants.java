package dev.waymark.conformance.mutants.clients;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.client.transport.Answer;
import dev.waymark.conformance.drivers.Told;
import dev.waymark.conformance.judging.Variation;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Clients that do not tell what came of a call. */
final class ToldMutants {
  private static final List<String> KNOWN =
      List.of("code", "status", "request_id", "next", "retry_after_ms");

  private ToldMutants() {}

  static List<Mutant> all() {
    return List.of(
        new Mutant("throws nothing but a generic exception", errors(line -> line.remove(KNOWN))),
        new Mutant("loses code", errors(line -> line.remove("code"))),
        new Mutant("loses status", errors(line -> line.remove("status"))),
        new Mutant("loses request_id", errors(line -> line.remove("request_id"))),
        new Mutant(
            "tells the request id of another attempt",
            errors(line ->
                line.put(
                    "request_id", line.path("request_id").asText("").replaceFirst("\\d$", "0")))),
        new Mutant("loses next", errors(line -> line.remove("next"))),
        new Mutant("loses retry_after", errors(line -> line.remove("retry_after_ms"))),
        new Mutant(
            "tells the wait in seconds as milliseconds",
            telling(
                told -> told.retryAfterMillis().isPresent(),
                line -> line.put("retry_after_ms", line.path("retry_after_ms").asLong() / 1000))),
        new Mutant(
            "tells the class of the status",
            telling(
                told -> told.status().isPresent(),
                line -> line.put("status", line.path("status").asInt() / 100 * 100))),
        new Mutant(
            "takes every 429 for a rate limit",
            telling(
                told -> ResendMutants.status(told) == 429, line -> line.put("code", "RATE_LIMIT"))),
        new Mutant(
            "takes a code that it does not know for an internal error",
            telling(ToldMutants::isNew, line -> line.put("code", "INTERNAL_ERROR"))),
        new Mutant(
            "crashes on a code that it does not know",
            telling(
                ToldMutants::isNew,
                line -> line.put("kind", "IllegalArgumentException").remove(KNOWN))),
        new Mutant(
            "lets a parse error out on a page",
            telling(
                told -> told.code().filter("UNKNOWN"::equals).isPresent(),
                line -> line.put("kind", "JsonParseException").remove(KNOWN))),
        new Mutant(
            "takes a proxy's page for the server's overload",
            telling(
                told -> told.code().filter("UNKNOWN"::equals).isPresent(),
                line -> line.put("code", "OVERLOADED"))),
        new Mutant(
            "takes no answer for the server's failure",
            telling(
                told -> told.code().filter("ANSWER_UNKNOWN"::equals).isPresent(),
                line -> line.put("code", "INTERNAL_ERROR").put("status", 500))),
        new Mutant(
            "tells a cut answer as a success",
            new Variation() {
              @Override
              public Answer<byte[]> broken(IOException failure, byte[] come) throws IOException {
                if (come.length == 0) {
                  throw failure;
                }
                return Answering.accepted();
              }
            }),
        new Mutant(
            "tells a portal's page as a success",
            ResendMutants.got(answer -> answer.isSuccess() ? Answering.accepted() : answer)),
        new Mutant(
            "tells a success as an error",
            telling(
                told -> told.outcome() == Told.Outcome.SUCCESS,
                line -> line.put("outcome", "error").put("code", "UNKNOWN"))),
        new Mutant(
            "shows its key",
            errors(line -> line.put("next", "The key wm_test_Conf0rmanceKit was refused."))));
  }

  private static boolean isNew(Told told) {
    return told.code().filter(code -> code.startsWith("FUTURE_")).isPresent();
  }

  static Variation errors(Consumer<ObjectNode> change) {
    return telling(told -> told.outcome() == Told.Outcome.ERROR, change);
  }

  private static Variation telling(Predicate<Told> when, Consumer<ObjectNode> change) {
    return new Variation() {
      @Override
      public Told told(Told told) {
        return when.test(told) ? Answering.telling(told, change) : told;
      }
    };
  }
}
