package dev.waymark.conformance.mutants.clients;

import dev.waymark.conformance.judging.Variation;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;

/** Clients whose attempts are not what they ought to be. */
final class SentMutants {
  private static final String KEY = "Idempotency-Key";

  private SentMutants() {}

  static List<Mutant> all() {
    return List.of(
        new Mutant(
            "has a fresh Idempotency-Key for each attempt",
            sending((request, attempt) ->
                request.headers().firstValue(KEY).isPresent()
                    ? keyed(request, "attempt-" + attempt + "-" + request.hashCode())
                    : request)),
        new Mutant(
            "has one Idempotency-Key for all calls",
            new Variation() {
              @Override
              public UUID freshId(UUID id) {
                return new UUID(7, 7);
              }
            }),
        new Mutant(
            "takes its key to another host",
            new Variation() {
              @Override
              public boolean follows() {
                return true;
              }
            }),
        new Mutant(
            "does not send the caller's Idempotency-Key",
            sending((request, _) ->
                request.headers().firstValue(KEY).filter("order-4711"::equals).isPresent()
                    ? keyed(request, "my-own-key")
                    : request)),
        new Mutant(
            "retries a POST without a key",
            sending((request, _) ->
                HttpRequest.newBuilder(request, (name, _) -> !name.equalsIgnoreCase(KEY)).build())),
        new Mutant(
            "loses its Idempotency-Key when it sends again",
            sending((request, attempt) ->
                attempt == 1
                    ? request
                    : HttpRequest.newBuilder(request, (name, _) -> !name.equalsIgnoreCase(KEY))
                        .build())),
        new Mutant(
            "sends another body the second time",
            sending((request, attempt) ->
                attempt == 1 || request.bodyPublisher().isEmpty()
                    ? request
                    : HttpRequest.newBuilder(request, (_, _) -> true)
                        .method(request.method(), BodyPublishers.ofString("{}"))
                        .build())));
  }

  /** What goes out in the place of a request. */
  @FunctionalInterface
  interface Sending {
    HttpRequest sent(HttpRequest request, int attempt);
  }

  static Variation sending(Sending sending) {
    return new Variation() {
      @Override
      public HttpRequest sent(HttpRequest request, int attempt) {
        return sending.sent(request, attempt);
      }
    };
  }

  private static HttpRequest keyed(HttpRequest request, String key) {
    return HttpRequest.newBuilder(request, (_, _) -> true).setHeader(KEY, key).build();
  }
}
