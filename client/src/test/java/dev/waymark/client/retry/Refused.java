package dev.waymark.client.retry;

import dev.waymark.client.transport.Answer;
import dev.waymark.client.transport.ErrorBody;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Refusals as they come off the wire. */
final class Refused {
  static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private Refused() {}

  /** {@code headers}: name, value, name, value … */
  static Refusal with(int status, String body, String... headers) {
    Map<String, List<String>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (int at = 0; at < headers.length; at += 2) {
      all.put(headers[at], List.of(headers[at + 1]));
    }
    Answer<String> answer = new Answer<>(status, HttpHeaders.of(all, (name, value) -> true), body);
    return Refusal.of(answer, ErrorBody.parse(body), NOW);
  }

  static Refusal code(int status, String code, String... headers) {
    return with(status, "{\"error\":\"" + code + "\"}", headers);
  }

  /** Without a code that anybody knows, with this {@code retry}. */
  static Refusal retry(int status, String retry, String... headers) {
    return with(status, "{\"error\":\"SOMETHING_NEW\",\"retry\":" + retry + "}", headers);
  }
}
