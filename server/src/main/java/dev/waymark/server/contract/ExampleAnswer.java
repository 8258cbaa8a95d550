package dev.waymark.server.contract;

import dev.waymark.errors.ApiError;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How an error would be answered: what the pages on errors show.
 *
 * @param headers those that the error itself owes; none for a code that only a generation has
 * @param bodies what each rendering sends; a code that only a generation has is not rendered
 */
public record ExampleAnswer(
    ApiError error, Map<String, String> headers, Map<Rendering, Map<String, Object>> bodies) {
  public ExampleAnswer {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    bodies = Collections.unmodifiableMap(new EnumMap<>(bodies));
  }

  public boolean shouldRetry() {
    return Boolean.parseBoolean(headers.get("X-Should-Retry"));
  }
}
