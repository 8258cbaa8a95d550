package dev.waymark.client.script;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An answer as it goes out: with its dates, and with what was asked for. */
record Served(Step.Reply reply) {

  private static final int MOST_BYTES_OF_A_REFUSAL = 64 << 10;

  static Served of(Step.Reply step, Deed deed, Instant now) {
    Map<String, String> headers = new LinkedHashMap<>();
    step.headers().forEach((name, value) -> headers.put(name, dated(value, now)));
    String body = step.body().equals(Scripts.Outputs.SOUND) ? Catalogue.success(deed) : step.body();
    return new Served(
        new Step.Reply(
            step.millis(), step.status(), headers, body, step.utf8(), step.cut(), step.sound()));
  }

  private static String dated(String value, Instant now) {
    return value.startsWith("in ")
        ? DateTimeFormatter.RFC_1123_DATE_TIME.format(
            now.plusSeconds(Long.parseLong(value.substring(3))).atOffset(ZoneOffset.UTC))
        : value;
  }

  /** All that goes out of the body. */
  byte[] bytes() {
    byte[] bytes = reply.bytes();
    return reply.cut() ? Arrays.copyOf(bytes, bytes.length * 2 / 3) : bytes;
  }

  /** As much of the body as a client takes in. */
  byte[] most() {
    byte[] bytes = bytes();
    return reply.succeeds()
        ? bytes
        : Arrays.copyOf(bytes, Math.min(bytes.length, MOST_BYTES_OF_A_REFUSAL));
  }

  /** What a client can have of it. */
  Arrival.End.Answered seen() {
    return new Arrival.End.Answered(
        reply.status(), lower(lists()), new String(most(), UTF_8), reply.sound());
  }

  Map<String, List<String>> lists() {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    reply.headers().forEach((name, value) -> lists.put(name, List.of(value)));
    return lists;
  }

  static Map<String, String> lower(Map<String, List<String>> headers) {
    Map<String, String> lower = new LinkedHashMap<>();
    headers.forEach((name, values) -> lower.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    return lower;
  }
}
