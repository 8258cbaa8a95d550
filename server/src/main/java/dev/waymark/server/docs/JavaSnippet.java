package dev.waymark.server.docs;

import dev.waymark.errors.ErrorCode;
import dev.waymark.errors.RetryStrategy;
import java.util.Map;
import java.util.Optional;

/**
 * How a program with waymark-client deals with the error: statements of a method. The client sends
 * again by itself what may be sent again, so what is left is the exception that the code's strategy
 * ends in.
 */
record JavaSnippet(ErrorCode code, ExampleCall call, boolean resend) {
  private static final String ID = "\"gen_01KAM3Q9T5X8Y2ZB4C6D7E8F9G\"";
  private static final String KEY = "\"key_01KAM3Q9T5X8Y2ZB4C6D7E8F9G\"";
  private static final String ACCOUNT = "\"acc_01KAM3Q9T5X8Y2ZB4C6D7E8F9G\"";
  private static final Map<String, String> CALLS =
      Map.ofEntries(
          Map.entry("startGeneration", "waymark.generations().start(request)"),
          Map.entry("quoteGeneration", "waymark.generations().quote(request)"),
          Map.entry("cancelGeneration", "waymark.generations().cancel(" + ID + ")"),
          Map.entry("getGeneration", "waymark.generations().get(" + ID + ")"),
          Map.entry("listGenerations", "waymark.generations().list()"),
          Map.entry("getOutput", "waymark.outputs().download(generation, Path.of(\"fox.png\"))"),
          Map.entry("listModels", "waymark.models().list()"),
          Map.entry("getModel", "waymark.models().get(\"atlas-9\")"),
          Map.entry("getAccount", "waymark.account().get()"),
          Map.entry("listTransactions", "waymark.account().transactions()"),
          Map.entry("listKeys", "waymark.keys().list()"),
          Map.entry("createKey", "waymark.keys().create(KeyRequest.named(\"render farm\"))"),
          Map.entry("getKey", "waymark.keys().get(" + KEY + ")"),
          Map.entry(
              "updateKey",
              "waymark.keys().update(" + KEY + ", KeyChange.nothing().withoutAllowedIps())"),
          Map.entry("revokeKey", "waymark.keys().revoke(" + KEY + ")"),
          Map.entry("listAccounts", "waymark.admin().list()"),
          Map.entry(
              "createAccount",
              "waymark.admin().create(AccountRequest.of(\"Studio Nord\", \"pro\"))"),
          Map.entry("readAccount", "waymark.admin().get(" + ACCOUNT + ")"),
          Map.entry(
              "updateAccount",
              "waymark.admin().update(" + ACCOUNT + ", AccountChange.nothing().withPlan(\"pro\"))"),
          Map.entry(
              "changeCredits",
              "waymark.admin().changeCredits(" + ACCOUNT + ", CreditChange.topup(5000))"),
          Map.entry("listRequests", "waymark.requests().list()"),
          Map.entry("getRequest", "waymark.requests().get(\"req_01KAM3Q9T5X8Y2ZB4C6D7E8F9G\")"),
          Map.entry("listErrors", "waymark.errors().list()"),
          Map.entry("getError", "waymark.errors().get(\"RATE_LIMITS\")"));

  /** Nothing where the client has no call that can end so. */
  Optional<String> text() {
    return Optional.ofNullable(CALLS.get(call.operation().id()))
        .map(made -> opening(made) + (code.jobOnly() ? job() : one(made)));
  }

  private String opening(String made) {
    String client =
        "WaymarkClient waymark =\n    WaymarkClient.builder().baseUrl(\"%s\").key(key).build();\n"
            .formatted(call.server());
    if (made.contains("(generation")) {
      return client + "Generation generation = waymark.generations().get(" + ID + ");\n";
    }
    return made.contains("(request")
        ? client
            + "GenerationRequest request =\n    GenerationRequest.of(\"mosaic-1\", \"a fox in an autumn forest\");\n"
        : client;
  }

  private String one(String made) {
    return """
    try {
      return %s;
    } catch (%s
      throw failure;
    }\
    """
        .formatted(made, handling().indent(2).strip());
  }

  private String handling() {
    return switch (code.strategy()) {
      case NEVER ->
          """
          ActionNeededException failure) {
          // %s: a person must act, and this says how.
          System.err.println(failure.next());\
          """
              .formatted(code);
      case FIX_REQUEST ->
          """
          InvalidRequestException failure) {
          // %s: this request never succeeds, another one does.
          System.err.println(failure.next());%s\
          """
              .formatted(
                  code,
                  code.extras().isEmpty()
                      ? ""
                      : "\nfailure.extras().forEach((name, value) -> System.err.println(name + \": \" + value));");
      case AFTER_DELAY, BACKOFF ->
          """
          TryLaterException failure) {
          // %s: the client has waited and sent it again as often as its RetryPolicy allows%s.
          System.err.println(failure.next());
          failure.resetsAt().ifPresent(time -> System.err.println("Not before " + time));\
          """
              .formatted(
                  code,
                  call.operation().takesIdempotencyKey()
                      ? ",\n// with one Idempotency-Key, so that it was never charged twice"
                      : "");
      case AFTER_EVENT ->
          """
          WaitForEventException failure) {
          // %s: %s.
          System.err.println(failure.event() + ": " + failure.next());
          failure.resetsAt().ifPresent(time -> System.err.println("At the latest " + time));\
          """
              .formatted(
                  code,
                  resend
                      ? "the client has waited as long as its RetryPolicy allows"
                      : "send it again once the event has happened");
    };
  }

  private String job() {
    boolean again =
        code.strategy() == RetryStrategy.BACKOFF || code.strategy() == RetryStrategy.AFTER_DELAY;
    return """
    try {
      return waymark.generations().run(request, Duration.ofMinutes(5));
    } catch (GenerationFailedException failure) {
      // %s: the generation ended so, and its credits are back already.
      System.err.println(failure.next());
      %s
    }\
    """
        .formatted(
            code,
            again
                ? "// A new start, with a new Idempotency-Key.\n  return waymark.generations().run(request, Duration.ofMinutes(5));"
                : "throw failure;");
  }
}
