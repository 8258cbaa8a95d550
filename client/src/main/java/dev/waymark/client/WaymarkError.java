package dev.waymark.client;

import dev.waymark.client.transport.ErrorBody;
import dev.waymark.errors.ErrorCode;
import dev.waymark.errors.Extras;
import dev.waymark.errors.Retry;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What went wrong, as the server said it; with a refused call and with a failed generation alike.
 *
 * @param code what to branch on; {@link #UNKNOWN_CODE} when the answer was not Waymark's
 * @param message what is wrong, for people; never to be parsed
 * @param next what to do now, in one sentence for people; empty when nobody said
 * @param docsUrl a page on the code, for people; empty when nobody said
 * @param requestId what support asks for
 * @param retry {@code next} for programs; empty when it is missing or of a strategy that this
 *     version does not know
 * @param charge what became of the credits
 * @param extras the code's own fields, by name as on the wire
 */
public record WaymarkError(
    String code,
    String message,
    String next,
    Optional<String> docsUrl,
    Optional<String> requestId,
    Optional<Retry> retry,
    Optional<Charge> charge,
    Map<String, Object> extras) {

  public WaymarkError {
    extras = Collections.unmodifiableMap(new LinkedHashMap<>(extras));
  }

  /** Stands for the code of an answer that has none, such as a proxy's. */
  public static final String UNKNOWN_CODE = "UNKNOWN";

  /** The code, if this version knows it: the set is open, and a newer server may have more. */
  public Optional<ErrorCode> knownCode() {
    return ErrorCode.byName(code);
  }

  /**
   * The code's own fields, typed. Empty for a code that has none or that this version does not
   * know, and when they are not what the catalogue says; {@link #extras} has them all the same.
   */
  public Optional<Extras> typedExtras() {
    return knownCode().flatMap(known -> Extras.read(known, extras));
  }

  /** As it stands on a generation. */
  static WaymarkError from(ErrorBody json) {
    return new WaymarkError(
        json.code().orElse(UNKNOWN_CODE),
        json.text("message").orElse(""),
        json.text("next").orElse(""),
        json.text("docs_url"),
        json.text("request_id"),
        json.retry(),
        Charge.from(json.field("charge")),
        json.extras());
  }

  /** All of it in a line, as exceptions show it. */
  String sentence() {
    return code
        + ": "
        + message
        + (next.isEmpty() ? "" : " " + next)
        + docsUrl.map(url -> " See " + url).orElse("")
        + requestId.map(id -> " (" + id + ")").orElse("");
  }
}
