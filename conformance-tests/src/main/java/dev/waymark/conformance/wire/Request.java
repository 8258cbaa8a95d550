package dev.waymark.conformance.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it is to go over the wire, sensible or not.
 *
 * @param target path and query, as they stand in the request line
 * @param chunked whether the body comes without saying its length first
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Request(
    String method,
    String target,
    List<Map.Entry<String, String>> headers,
    byte[] body,
    boolean chunked) {
  public Request {
    headers = List.copyOf(headers);
  }

  public static Request of(String method, String target) {
    return new Request(method, target, List.of(), new byte[0], false);
  }

  public static Request get(String target) {
    return of("GET", target);
  }

  /** With a body of JSON, or what is to pass for it. */
  public static Request post(String target, String body) {
    return of("POST", target).with("Content-Type", "application/json").withBody(body);
  }

  public Request with(String name, String value) {
    List<Map.Entry<String, String>> more = new ArrayList<>(headers);
    more.add(Map.entry(name, value));
    return new Request(method, target, more, body, chunked);
  }

  public Request without(String name) {
    List<Map.Entry<String, String>> fewer =
        headers.stream().filter(header -> !header.getKey().equalsIgnoreCase(name)).toList();
    return new Request(method, target, fewer, body, chunked);
  }

  public Request withBody(String text) {
    return withBody(text.getBytes(StandardCharsets.UTF_8));
  }

  public Request withBody(byte[] bytes) {
    return new Request(method, target, headers, bytes, chunked);
  }

  public Request withMethod(String other) {
    return new Request(other, target, headers, body, chunked);
  }

  public Request withTarget(String other) {
    return new Request(method, other, headers, body, chunked);
  }

  public Request inChunks() {
    return new Request(method, target, headers, body, true);
  }

  public boolean has(String name) {
    return headers.stream().anyMatch(header -> header.getKey().equalsIgnoreCase(name));
  }

  /** The first value of a header. */
  public Optional<String> value(String name) {
    return headers.stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** The target without its query. */
  public String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  /** Method and target only: headers can hold a key. */
  @Override
  public String toString() {
    return method + " " + target;
  }
}
