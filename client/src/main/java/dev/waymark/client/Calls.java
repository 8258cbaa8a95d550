package dev.waymark.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.waymark.client.retry.Durations;
import dev.waymark.client.retry.Outcome;
import dev.waymark.client.retry.RetryLoop;
import dev.waymark.client.transport.Answer;
import dev.waymark.client.transport.Exchange;
import dev.waymark.client.transport.Json;
import dev.waymark.client.transport.OneRequest;
import dev.waymark.generated.client.Operation;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/** Carries out the contract's operations: one call each, however often it is sent. */
final class Calls {

  static final Duration FOR_EVER = Duration.ofDays(365);

  private final RequestWriter writer;
  private final Exchange exchange;
  private final RetryLoop loop;
  private final Failures failures;
  private final Duration timeout;
  private final RunningCalls running;

  Calls(
      RequestWriter writer,
      Exchange exchange,
      RetryLoop loop,
      Failures failures,
      Duration timeout,
      RunningCalls running) {
    this.writer = writer;
    this.exchange = exchange;
    this.loop = loop;
    this.failures = failures;
    this.timeout = timeout;
    this.running = running;
  }

  /** What a success brought. */
  record Reply<T>(T body, HttpHeaders headers) {}

  <W, T> T run(Operation<W> operation, Function<W, T> reading) {
    return reply(operation, reading, timeout, FOR_EVER).body();
  }

  /** {@code attempt} bounds each attempt, {@code limit} all of them. */
  <W, T> Reply<T> reply(
      Operation<W> operation, Function<W, T> reading, Duration attempt, Duration limit) {
    OneRequest request = writer.of(operation, attempt);
    Outcome.Success<byte[]> success =
        running.call(() -> success(operation, request, attempt, limit));
    Answer<byte[]> answer = success.answer();
    try {
      W wire = read(answer.body(), operation.answer());
      return new Reply<>(reading.apply(Required.field(wire, "a body")), answer.headers());
    } catch (IOException | Required.Missing unreadable) {
      throw failures.unreadable(request, success, unreadable);
    }
  }

  /** Of several calls that are one for the caller: once it has begun, it may end. */
  <T> T asOne(Supplier<T> work) {
    return running.call(work);
  }

  Duration timeout() {
    return timeout;
  }

  /** What the contract has as text comes as text; all else is JSON. */
  private static <W> W read(byte[] body, Class<W> type) throws IOException {
    return type == String.class
        ? type.cast(new String(body, UTF_8))
        : Json.mapper().readValue(body, type);
  }

  private Outcome.Success<byte[]> success(
      Operation<?> operation, OneRequest request, Duration attempt, Duration limit) {
    RetryLoop.Call call =
        new RetryLoop.Call(operation.id(), RequestWriter.repeatable(operation), limit);
    Outcome<byte[]> outcome =
        loop.run(
            call,
            failures::refusal,
            (number, left) ->
                exchange.send(
                    RequestWriter.attempt(request, number, Durations.smaller(attempt, left)),
                    left));
    if (outcome instanceof Outcome.Success<byte[]> success) {
      return success;
    }
    throw failures.of(request, outcome);
  }
}
