package dev.waymark.server.docs;

import dev.waymark.errors.ErrorCode;

/** How the call is made with curl. */
record CurlSnippet(ErrorCode code, ExampleCall call, boolean resend) {

  /** The right way to make it, this error considered. */
  String text() {
    if (code.jobOnly()) {
      return """
      # Its error says what to do; a new start needs a new Idempotency-Key.
      curl -sS %s/api/v1/generations/gen_… \\
        -H "Authorization: Bearer $WAYMARK_KEY" -H 'Prefer: wait=60' | jq .error\
      """
          .formatted(call.server());
    }
    return resend
        ? """
        # %s; 5 attempts at most%s.
        curl -sS --fail-with-body --retry 5%s %s\
        """
            .formatted(
                code.status() == 409 ? "Any error is tried again" : "Waits as Retry-After says",
                call.operation().takesIdempotencyKey() ? ", with one key for all" : "",
                code.status() == 409 ? " --retry-all-errors" : "",
                request(
                    call.operation().takesIdempotencyKey()
                        ? " \\\n  -H \"Idempotency-Key: $(uuidgen)\""
                        : ""))
        : """
        # What to do next, in one sentence.
        curl -sS %s | jq -r '.next // empty'\
        """
            .formatted(request(""));
  }

  /** The call in the sandbox, made to end with this error. */
  String forced() {
    return "curl -i " + request(" \\\n  -H 'X-Test-Error: " + code + "'");
  }

  private String request(String headers) {
    String key = " \\\n  -H \"Authorization: Bearer $WAYMARK_KEY\"" + headers;
    if (!call.body().isEmpty()) {
      return call.url()
          + key
          + " \\\n  -H 'Content-Type: application/json' \\\n  -d '"
          + call.body()
          + "'";
    }
    return (call.isPost() ? "-X POST " : "") + call.url() + key;
  }
}
