package dev.waymark.conformance.laws;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A call as it arrives at a {@link LyingServer}. Header names are in small letters. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Call(String method, String target, Map<String, String> headers, byte[] body) {

  boolean is(String wanted, String end) {
    return method.equals(wanted) && target.replaceAll("\\?.*", "").endsWith(end);
  }

  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  Call with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Call(method, target, more, body);
  }

  Call without(String name) {
    Map<String, String> fewer = new LinkedHashMap<>(headers);
    fewer.remove(name);
    return new Call(method, target, fewer, body);
  }

  Call withTarget(String other) {
    return new Call(method, other, headers, body);
  }

  Call withMethod(String other) {
    return new Call(other, target, headers, body);
  }

  Call withBody(String text) {
    return new Call(method, target, headers, text.getBytes(StandardCharsets.UTF_8));
  }
}
