package dev.waymark.conformance.laws;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongUnaryOperator;

/** An answer as it leaves a {@link LyingServer}. Header names are in small letters. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Reply(int status, Map<String, String> headers, byte[] body) {

  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  boolean is(String code) {
    return header("x-error-code").equals(code);
  }

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  Reply with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Reply(status, more, body);
  }

  Reply without(String name) {
    Map<String, String> fewer = new LinkedHashMap<>(headers);
    fewer.remove(name);
    return new Reply(status, fewer, body);
  }

  Reply withStatus(int other) {
    return new Reply(other, headers, body);
  }

  Reply withText(String from, String to) {
    return new Reply(status, headers, text().replace(from, to).getBytes(StandardCharsets.UTF_8));
  }

  /** With another number in a header, if it has one there. */
  Reply changed(String name, LongUnaryOperator change) {
    return headers.containsKey(name)
        ? with(name, String.valueOf(change.applyAsLong(Long.parseLong(header(name)))))
        : this;
  }
}
