package dev.waymark.conformance.har;

import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Exchanges as they may have been. */
final class Recorded {
  static final Instant BEGIN = Instant.parse("2026-11-22T10:00:00Z");

  private Recorded() {}

  /** A look at the account that was admitted, so many milliseconds after the beginning. */
  static Exchange admitted(String key, long from, long until, int limit) {
    return exchange(
        Request.get("/api/v1/account").with("Authorization", "Bearer " + key),
        200,
        "{}",
        from,
        until,
        "X-RateLimit-Limit",
        String.valueOf(limit));
  }

  static Exchange exchange(
      Request request, int status, String body, long from, long until, String... headers) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    if (!List.of(headers).contains("Content-Type")) {
      all.put("Content-Type", List.of("application/json"));
    }
    for (int i = 0; i < headers.length; i += 2) {
      all.computeIfAbsent(headers[i], _ -> new ArrayList<>()).add(headers[i + 1]);
    }
    return new Exchange(
        URI.create("http://127.0.0.1:8080"),
        request,
        status,
        HttpHeaders.of(all, (_, _) -> true),
        body.getBytes(StandardCharsets.UTF_8),
        BEGIN.plusMillis(from),
        BEGIN.plusMillis(until));
  }

  static HarReader written(List<Exchange> exchanges) {
    HarRecorder recorder = new HarRecorder("waymark-conformance test");
    exchanges.forEach(recorder);
    return HarReader.of(recorder.har());
  }
}
