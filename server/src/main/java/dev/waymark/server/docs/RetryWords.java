package dev.waymark.server.docs;

import dev.waymark.errors.ErrorCode;
import dev.waymark.errors.Retry;
import dev.waymark.server.contract.ErrorBody;
import java.util.Map;

/** What {@code retry} means for a program, in words. */
final class RetryWords {
  private static final Map<String, String> MEANINGS =
      Map.of(
          "strategy", "What kind of resend makes sense.",
          "after_ms", "Milliseconds until the resend is worth sending.",
          "base_ms", "Milliseconds before the first resend.",
          "max_ms", "Most milliseconds between two resends.",
          "event", "What has to happen first.",
          "resets_at", "When that happens by itself.");

  private RetryWords() {}

  static Html of(ErrorCode code) {
    return Html.of(
        switch (code.strategy()) {
          case NEVER ->
              "<p><strong>A program should stop.</strong> Neither waiting nor another request of this kind helps"
                  + " until a person has acted. Show <code>next</code> to whoever can.</p>";
          case FIX_REQUEST ->
              "<p><strong>A program should not send the same request again</strong>: it would get the same answer."
                  + " Change the request as <code>next</code> says. If a user has typed what is wrong, show it to"
                  + " them; if the program has made it up, it is a bug there.</p>";
          case AFTER_DELAY ->
              "<p><strong>A program should wait, then send the same request again.</strong> The wait is"
                  + " <code>retry.after_ms</code>, the same as the header <code>Retry-After-Ms</code> and, in whole"
                  + " seconds, <code>Retry-After</code>.</p>";
          case BACKOFF ->
              "<p><strong>A program should send the same request again with growing pauses</strong>:"
                  + " <code>base_ms</code> first, twice as long each time, <code>max_ms</code> at most. Add some chance"
                  + " to each pause, so that many callers do not come back together, and give up after a few"
                  + " attempts.</p>";
          case AFTER_EVENT ->
              "<p><strong>A program should wait for something to happen</strong>, then send the same request"
                  + " again. What it is stands in <code>retry.event</code>; where <code>after_ms</code> is there, it"
                  + " says how often to try, and <code>resets_at</code> is when it happens by itself.</p>";
        });
  }

  /** The fields of {@code retry} as this error has them. */
  static Html table(Retry retry) {
    return Html.of(
        """
        <div class="scroll"><table>
        <thead><tr><th scope="col">In <code>retry</code></th><th scope="col">Here</th><th scope="col">Meaning</th></tr></thead>
        <tbody>
        {}
        </tbody></table></div>\
        """,
        Html.join(
            ErrorBody.retry(retry).entrySet().stream()
                .map(field ->
                    Html.of(
                        "<tr><td><code>{}</code></td><td>{}</td><td>{}</td></tr>",
                        field.getKey(),
                        field.getValue(),
                        MEANINGS.getOrDefault(field.getKey(), "")))));
  }
}
