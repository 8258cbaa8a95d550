package dev.waymark.server.docs;

import dev.waymark.errors.ErrorCode;
import dev.waymark.errors.RetryStrategy;
import java.util.Objects;

/** How a program with nothing but {@code fetch} deals with the error. */
record JavaScriptSnippet(ErrorCode code, ExampleCall call, boolean resend) {

  String text() {
    return code.jobOnly() ? job() : resend ? resending() : stopping();
  }

  private String resending() {
    return """
    async function send(%s) {
    %s  for (let attempt = 1; ; attempt++) {
        const answer = await fetch("%s", %s);
        if (answer.ok) return answer.json();
        const error = await answer.json();
        // "true" with %s, and with every error that a resend can mend.
        if (answer.headers.get("X-Should-Retry") !== "true" || attempt === 5) {
          throw new Error(`${error.message} ${error.next}`);
        }
        %s
      }
    }\
    """
        .formatted(
            call.body().isEmpty() ? "" : "request",
            call.operation().takesIdempotencyKey()
                ? "  const once = crypto.randomUUID(); // one key for all attempts\n"
                : "",
            call.url(),
            options("    ", call.operation().takesIdempotencyKey()),
            code,
            pause());
  }

  private String pause() {
    return code.strategy() == RetryStrategy.BACKOFF
        ? """
        const pause = Math.min(%d, %d * 2 ** (attempt - 1));
            await new Promise((done) => setTimeout(done, pause * (1 + Math.random() / 4)));\
        """
            .formatted(
                Objects.requireNonNull(code.maxMillis()), Objects.requireNonNull(code.baseMillis()))
        : "await new Promise((done) => setTimeout(done, error.retry.after_ms));";
  }

  private String stopping() {
    return """
    async function send(%s) {
      const answer = await fetch("%s", %s);
      if (answer.ok) return answer%s;
      const error = await answer.json();
      if (error.error === "%s") {
        // Sending it again as it is does not help; this says what does.
        console.error(error.next%s);
      }
      throw new Error(`${error.message} ${error.next}`);
    }\
    """
        .formatted(
            call.body().isEmpty() ? "" : "request",
            call.url(),
            options("  ", false),
            call.operation().produces().contains("application/json") ? ".json()" : "",
            code,
            code.extras().isEmpty() ? "" : ", error." + code.extras().getLast().name());
  }

  private String options(String indent, boolean once) {
    StringBuilder options = new StringBuilder("{\n");
    if (call.isPost()) {
      options.append(indent).append("  method: \"POST\",\n");
    }
    options.append(indent).append("  headers: {\n");
    options.append(indent).append("    Authorization: `Bearer ${process.env.WAYMARK_KEY}`,\n");
    if (!call.body().isEmpty()) {
      options.append(indent).append("    \"Content-Type\": \"application/json\",\n");
    }
    if (once) {
      options.append(indent).append("    \"Idempotency-Key\": once,\n");
    }
    options.append(indent).append("  },\n");
    if (!call.body().isEmpty()) {
      options.append(indent).append("  body: JSON.stringify(request),\n");
    }
    return options.append(indent).append("}").toString();
  }

  private String job() {
    return """
    async function generate(request) {
      const headers = {
        Authorization: `Bearer ${process.env.WAYMARK_KEY}`,
        "Content-Type": "application/json",
      };
      for (let attempt = 1; ; attempt++) {
        // A new start needs a new key.
        let answer = await fetch("%1$s/api/v1/generate", {
          method: "POST",
          headers: { ...headers, "Idempotency-Key": crypto.randomUUID() },
          body: JSON.stringify(request),
        });
        let generation = await answer.json();
        while (["pending", "processing"].includes(generation.status)) {
          answer = await fetch(`%1$s/api/v1/generations/${generation.generation_id}`, {
            headers: { ...headers, Prefer: "wait=60" },
          });
          generation = await answer.json();
        }
        if (generation.status === "completed") return generation;
        // Refused at the start, or %2$s and its like on what was started.
        const error = answer.ok ? generation.error : generation;
        if (error?.retry.strategy !== "%3$s" || attempt === 3) {
          throw new Error(error ? `${error.message} ${error.next}` : "It was cancelled.");
        }
        await new Promise((done) => setTimeout(done, error.retry.base_ms * 2 ** (attempt - 1)));
      }
    }\
    """
        .formatted(call.server(), code, code.strategy().wireName());
  }
}
