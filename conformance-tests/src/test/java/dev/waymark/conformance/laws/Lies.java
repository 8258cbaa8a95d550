package dev.waymark.conformance.laws;

import static dev.waymark.conformance.laws.LyingServer.said;

import dev.waymark.conformance.laws.LyingServer.Honest;
import dev.waymark.conformance.laws.LyingServer.Lie;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Ways to break what no schema can say. */
final class Lies {
  private static final String KEY = "idempotency-key";
  private static final String GENERATE = "/api/v1/generate";

  private Lies() {}

  static Reply resetAsDelta(Reply reply) {
    return reply.changed("x-ratelimit-reset", _ -> 42);
  }

  static Lie neverLimited() {
    return said(
        reply -> reply.is("RATE_LIMIT") ? reply.withStatus(200).without("x-error-code") : reply);
  }

  /** Once refused, refused for good. */
  static Lie refusalsCount() {
    Map<String, Reply> refusals = new ConcurrentHashMap<>();
    return (call, honest) -> {
      String key = call.header("authorization");
      Reply reply = honest.send(call);
      if (reply.is("RATE_LIMIT")) {
        refusals.putIfAbsent(key, reply);
      }
      return refusals.getOrDefault(key, reply);
    };
  }

  static Lie errorsDoNotCount() {
    return said(reply ->
        reply.status() >= 400 ? reply.changed("x-ratelimit-remaining", left -> left + 1) : reply);
  }

  /** Every start is a new one. */
  static Lie forgetsKeys() {
    AtomicInteger count = new AtomicInteger();
    return (call, honest) ->
        honest.send(
            call.header(KEY).isEmpty()
                ? call
                : call.with(KEY, call.header(KEY) + count.incrementAndGet()));
  }

  /** Starts another one, which nobody has asked for, behind an answer with this header. */
  static Lie alsoStarts(String header) {
    String name = header.substring(0, header.indexOf(':'));
    String value = header.substring(header.indexOf(':') + 1);
    return (call, honest) -> {
      Reply reply = honest.send(call);
      if (call.is("POST", GENERATE) && reply.header(name).equals(value)) {
        Call held = call.with("x-test-error", "GENERATION_FAILED; delay_ms=60000");
        honest.send(held.without(KEY).withBody("{\"model\":\"studio-1\",\"prompt\":\"nobody's\"}"));
      }
      return reply;
    };
  }

  static Lie otherReplay() {
    return said(reply ->
        reply.header("idempotent-replayed").equals("true")
            ? reply.withText("\"pending\"", "\"processing\"")
            : reply);
  }

  static Lie takesOtherBodies() {
    return (call, honest) -> {
      Reply reply = honest.send(call);
      return reply.is("IDEMPOTENCY_KEY_REUSED") ? honest.send(call.without(KEY)) : reply;
    };
  }

  static Lie parallelStartsAreTwo() {
    Map<String, AtomicInteger> running = new ConcurrentHashMap<>();
    return (call, honest) -> {
      AtomicInteger same =
          running.computeIfAbsent(
              call.header("authorization") + call.header(KEY), _ -> new AtomicInteger());
      boolean isFirst = same.getAndIncrement() == 0;
      try {
        return honest.send(isFirst || call.header(KEY).isEmpty() ? call : call.without(KEY));
      } finally {
        same.decrementAndGet();
      }
    };
  }

  static Lie cancelsNothing() {
    return (call, honest) ->
        call.is("POST", "/cancel")
            ? read(call, honest)
                .withText("\"pending\"", "\"cancelled\"")
                .withText("\"processing\"", "\"cancelled\"")
            : honest.send(call);
  }

  static Lie cancelsOnce() {
    Set<String> cancelled = ConcurrentHashMap.newKeySet();
    return (call, honest) -> {
      Reply reply = honest.send(call);
      return call.is("POST", "/cancel") && !cancelled.add(call.target())
          ? reply.withStatus(409)
          : reply;
    };
  }

  /** The second look at something completed finds it at work again. */
  static Lie endsChange() {
    Map<String, AtomicInteger> looks = new ConcurrentHashMap<>();
    return (call, honest) -> {
      Reply reply = honest.send(call);
      boolean isSecond =
          reply.text().contains("\"completed\"")
              && looks.computeIfAbsent(call.target(), _ -> new AtomicInteger()).incrementAndGet()
                  > 1;
      return isSecond ? reply.withText("\"completed\"", "\"processing\"") : reply;
    };
  }

  static Lie hidesSettles() {
    return (call, honest) ->
        call.target().contains("/account/transactions")
            ? honest.send(call.withTarget(call.target() + "&type=hold"))
            : honest.send(call);
  }

  static Lie without(String header) {
    return (call, honest) -> honest.send(call.without(header));
  }

  static Lie runningIsEmpty() {
    return said(reply -> reply.is("CONCURRENCY_LIMIT") ? reply.withText("gen_", "job_") : reply);
  }

  static Lie withoutCursor() {
    return (call, honest) ->
        honest.send(call.withTarget(call.target().replaceAll("&cursor=.*", "")));
  }

  static Lie takesAnyQuote() {
    return (call, honest) -> {
      Reply reply = honest.send(call);
      return call.is("POST", "/quotes") && reply.is("INVALID_PARAMS")
          ? honest.send(call.withBody("{\"model\":\"studio-1\",\"prompt\":\"any\"}"))
          : reply;
    };
  }

  static Lie accepts(String code) {
    return said(reply -> reply.is(code) ? reply.withStatus(200).without("x-error-code") : reply);
  }

  static Lie headWithoutCode() {
    return (call, honest) ->
        call.method().equals("HEAD")
            ? honest.send(call).without("x-error-code")
            : honest.send(call);
  }

  static Lie losesCalls() {
    return (call, honest) ->
        honest.send(
            call.withTarget(call.target().replaceAll("/requests/req_.*", "/requests/req_none")));
  }

  static Lie ignoresQueries() {
    return (call, honest) ->
        honest.send(call.withTarget(call.target().replaceAll("\\?no_such=1", "")));
  }

  static Lie tells(String from, String to) {
    return said(
        reply -> reply.is(from) ? reply.with("x-error-code", to).withText(from, to) : reply);
  }

  private static Reply read(Call cancel, Honest honest) {
    Call get =
        new Call(
            "GET",
            cancel.target().replace("/cancel", ""),
            cancel.headers(),
            "".getBytes(StandardCharsets.UTF_8));
    Reply read = honest.send(get);
    return read.with("x-credits-charged", "0").with("x-credits-remaining", "0");
  }
}
