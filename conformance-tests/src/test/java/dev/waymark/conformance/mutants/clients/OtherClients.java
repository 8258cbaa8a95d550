package dev.waymark.conformance.mutants.clients;

import dev.waymark.client.transport.Answer;
import dev.waymark.conformance.judging.Variation;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;

/** Clients that do it otherwise than ours and are right all the same. */
final class OtherClients {
  private OtherClients() {}

  static List<Mutant> all() {
    return List.of(
        new Mutant("waits longer, within the bound", random(random -> 0.5 + random / 2)),
        new Mutant("has little jitter", random(random -> random / 10)),
        new Mutant(
            "sends a call twice at most",
            ResendMutants.policy(one -> one.withAttempts(Math.min(2, one.attempts())))),
        new Mutant(
            "sends a call three times at most",
            ResendMutants.policy(one -> one.withAttempts(Math.min(3, one.attempts())))),
        new Mutant(
            "has longer waits of its own",
            ResendMutants.policy(
                one -> one.withPauses(Duration.ofSeconds(3), Duration.ofMinutes(1)))),
        new Mutant("has no budget for outages", ResendMutants.policy(one -> one.withBudget(1000))),
        new Mutant(
            "counts its attempts in a header of its own",
            SentMutants.sending((request, attempt) ->
                HttpRequest.newBuilder(request, (_, _) -> true)
                    .setHeader("X-My-Attempt", "n" + attempt)
                    .build())),
        new Mutant(
            "has names of its own for what failed",
            ToldMutants.errors(line -> {
              if (!line.path("kind").asText().equals("stopped")) {
                line.put("kind", "errors.api_failure").put("hint", "more than was asked for");
              }
            })),
        new Mutant(
            "tells waits in whole seconds",
            ToldMutants.errors(line -> {
              if (line.has("retry_after_ms")) {
                long millis = line.path("retry_after_ms").asLong();
                line.put("retry_after_ms", Math.ceilDiv(millis, 1000L) * 1000);
              }
            })),
        new Mutant(
            "has no code for what is not the server's",
            ToldMutants.errors(line -> {
              if (line.path("code").asText().matches("UNKNOWN|ANSWER_UNKNOWN|NOT_SENT")) {
                line.remove("code");
              }
            })),
        new Mutant(
            "does not retry what got no answer",
            new Variation() {
              @Override
              public Answer<byte[]> broken(IOException failure, byte[] come) throws IOException {
                throw new SSLHandshakeException("as if it could not pass");
              }
            }));
  }

  private interface Chance {
    double other(double random);
  }

  private static Variation random(Chance chance) {
    return new Variation() {
      @Override
      public double random(double random) {
        return chance.other(random);
      }
    };
  }
}
