package dev.waymark.server.docs;

import dev.waymark.errors.ErrorCode;
import dev.waymark.errors.RetryStrategy;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** How a program with waymark-client deals with the error: statements of a method. */
record JavaSnippet(ErrorCode code, ExampleCall call, boolean resend) {
  private static final String START = "waymark.generations().start(request)";
  private static final Map<String, String> CALLS =
      Map.of(
          "startGeneration", START,
          "cancelGeneration", "waymark.generations().cancel(\"gen_01KAM3Q9T5X8Y2ZB4C6D7E8F9G\")",
          "getGeneration", "waymark.generations().get(\"gen_01KAM3Q9T5X8Y2ZB4C6D7E8F9G\")",
          "getModel", "waymark.models().get(\"atlas-9\")",
          "getOutput", "waymark.outputs().bytes(generation)");

  /** Nothing where the client has no call that can end so. */
  Optional<String> text() {
    return Optional.ofNullable(CALLS.get(call.operation().id()))
        .map(made ->
            opening(made.equals(START), made)
                + (code.jobOnly()
                    ? job()
                    : resend
                        ? resending(made.replace("(request)", "(request, once)"))
                        : stopping(made)));
  }

  private String opening(boolean starts, String made) {
    String client =
        "WaymarkClient waymark =\n    WaymarkClient.builder().baseUrl(\"%s\").key(key).build();\n"
            .formatted(call.server());
    if (made.contains("generation)")) {
      return client
          + "Generation generation = waymark.generations().get(\"gen_01KAM3Q9T5X8Y2ZB4C6D7E8F9G\");\n";
    }
    return client
        + (starts
            ? "GenerationRequest request =\n    GenerationRequest.of(\"mosaic-1\", \"a fox in an autumn forest\");\n"
            : "")
        + (starts && resend
            ? """
            // One key for all attempts: a resend never charges twice.
            StartOptions once =
                StartOptions.defaults().withIdempotencyKey(UUID.randomUUID().toString());
            """
            : "");
  }

  private String resending(String made) {
    return """
    for (int attempt = 1; ; attempt++) {
      try {
        return %s;
      } catch (RefusedException refused) {
        // True with %s, and with every error that a resend can mend.
        if (!refused.shouldRetry() || attempt == 5) {
          throw refused;
        }
        %s
      }
    }\
    """
        .formatted(
            made,
            code,
            code.strategy() == RetryStrategy.BACKOFF
                ? """
                long pause = Math.min(%dL, %dL << (attempt - 1));
                    Thread.sleep(pause + ThreadLocalRandom.current().nextLong(pause / 4));\
                """
                    .formatted(
                        Objects.requireNonNull(code.maxMillis()),
                        Objects.requireNonNull(code.baseMillis()))
                : "Thread.sleep(refused.retryAfter().orElseThrow().toMillis());");
  }

  private String stopping(String made) {
    return """
    try {
      return %s;
    } catch (RefusedException refused) {
      if (!refused.code().equals("%s")) {
        throw refused;
      }
      // Sending it again as it is does not help; this says what does.
      System.err.println(refused.next());%s
      return null;
    }\
    """
        .formatted(
            made,
            code,
            code.extras().isEmpty()
                ? ""
                : "\n  refused.extras().forEach((name, value) -> System.err.println(name + \": \" + value));");
  }

  private static String job() {
    return """
    for (int attempt = 1; ; attempt++) {
      // Each start gets a new Idempotency-Key by itself.
      Generation started = waymark.generations().start(request);
      try {
        return waymark.generations().await(started, Duration.ofMinutes(5));
      } catch (GenerationFailedException failed) {
        // Its credits are back already.
        System.err.println(failed.error().map(WaymarkError::next).orElse("It was cancelled."));
        if (attempt == 3) {
          throw failed;
        }
      }
    }\
    """;
  }
}
