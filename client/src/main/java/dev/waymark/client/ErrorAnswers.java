package dev.waymark.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.waymark.generated.client.ApiException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes exceptions of answers. Never fails itself: the status and the headers are there even if the
 * body is not.
 */
final class ErrorAnswers {

  /** The contract's errors are smaller by far; of a longer page nobody reads the rest. */
  static final int MOST_BYTES = 64 << 10;

  private static final String ELSEWHERE =
      "Check that the base URL leads to a Waymark server, and what stands between it and you.";

  private static final String WITHOUT_WORDS = "The rest of the answer is missing or damaged.";

  private final ApiKey key;

  ErrorAnswers(ApiKey key) {
    this.key = key;
  }

  WaymarkException read(HttpResponse<?> answer, byte[] content) {
    String body = key.hiddenIn(new String(content, UTF_8));
    ErrorBody json = ErrorBody.parse(body);
    HttpHeaders headers = answer.headers();
    Optional<String> code = json.code().or(() -> codeIn(headers));
    WaymarkError error =
        new WaymarkError(
            code.orElse(WaymarkError.UNKNOWN_CODE),
            json.text("message")
                .orElseGet(() -> code.isPresent() ? WITHOUT_WORDS : describe(answer)),
            json.text("next").orElse(code.isPresent() ? "" : ELSEWHERE),
            json.text("docs_url"),
            json.text("request_id").or(() -> headers.firstValue("X-Request-Id")),
            json.retry(),
            json.charge(),
            json.extras());
    return new WaymarkException(answer.statusCode(), error, headers, body, null);
  }

  /** For a 2xx whose body is not what the contract promises. */
  static WaymarkException unreadable(@Nullable HttpResponse<?> answer, ApiException cause) {
    if (answer == null) {
      throw new IllegalStateException("a call failed before it was sent", cause);
    }
    HttpHeaders headers = answer.headers();
    WaymarkError error =
        new WaymarkError(
            WaymarkError.UNKNOWN_CODE,
            describe(answer),
            ELSEWHERE,
            Optional.empty(),
            headers.firstValue("X-Request-Id"),
            Optional.empty(),
            Optional.empty(),
            Map.of());
    return new WaymarkException(answer.statusCode(), error, headers, "", cause);
  }

  private static Optional<String> codeIn(HttpHeaders headers) {
    return headers.firstValue("X-Error-Code").filter(ErrorBody::isCode);
  }

  private static String describe(HttpResponse<?> answer) {
    String type = answer.headers().firstValue("Content-Type").orElse("no content type");
    return answer.uri() + " answered something that is not Waymark's (" + type + ").";
  }
}
