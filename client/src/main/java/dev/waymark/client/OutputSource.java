package dev.waymark.client;

import dev.waymark.client.downloads.Gathering;
import dev.waymark.client.downloads.SteadyProgress;
import dev.waymark.client.downloads.Transfer;
import dev.waymark.client.retry.Outcome;
import dev.waymark.client.retry.RetryLoop;
import dev.waymark.client.transport.Answer;
import dev.waymark.client.transport.HttpExchange;
import dev.waymark.client.transport.IncomingBody;
import dev.waymark.client.transport.OneRequest;
import dev.waymark.client.transport.Wire;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Fetches outputs from the address that a generation names, without the key. */
final class OutputSource {

  private static final long MOST_BYTES = 8L << 30;
  private static final String OPERATION = "getOutput";

  private final Wire wire;
  private final Failures failures;
  private final RetryLoop loop;
  private final Duration requestTimeout;
  private final Duration downloadTimeout;

  OutputSource(
      Wire wire,
      Failures failures,
      RetryLoop loop,
      Duration requestTimeout,
      Duration downloadTimeout) {
    this.wire = wire;
    this.failures = failures;
    this.loop = loop.withDeadline(downloadTimeout);
    this.requestTimeout = requestTimeout;
    this.downloadTimeout = downloadTimeout;
  }

  /** Comes back when all of it is there, and otherwise with an exception. */
  void fetch(URI address, Gathering gathering, DownloadProgress progress) {
    OneRequest request = request(address);
    Transfer transfer = new Transfer(this::send, gathering, new SteadyProgress(progress::at));
    Outcome.Success<byte[]> last =
        success(
            request,
            (number, left) ->
                transfer.attempt(RequestWriter.attempt(request, number, patience(left)), left));
    if (!transfer.isComplete()) {
      throw failures.refused(request, last.answer(), last.attempts());
    }
  }

  /** To be closed by the caller. */
  InputStream open(URI address) {
    OneRequest request = request(address);
    AtomicReference<@Nullable IncomingBody> opened = new AtomicReference<>();
    Outcome.Success<byte[]> last =
        success(
            request,
            (number, left) -> {
              Answer<IncomingBody> answer =
                  wire.send(
                      RequestWriter.attempt(request, number, patience(left)), left, MOST_BYTES);
              if (answer.status() == 200) {
                opened.set(answer.body());
                return answer.with(new byte[0]);
              }
              try (IncomingBody body = answer.body()) {
                return answer.with(body.beginning(HttpExchange.MOST_BYTES_OF_A_REFUSAL));
              }
            });
    IncomingBody body = opened.get();
    if (body == null) {
      throw failures.refused(request, last.answer(), last.attempts());
    }
    return body;
  }

  private OneRequest request(URI address) {
    return new OneRequest("GET", address, RequestWriter.keyless(), null, requestTimeout);
  }

  /** For the head of an answer; its body may take what is left. */
  private Duration patience(Duration left) {
    return left.compareTo(requestTimeout) < 0 ? left : requestTimeout;
  }

  private Answer<IncomingBody> send(HttpRequest request, Duration limit)
      throws IOException, InterruptedException {
    Answer<IncomingBody> answer = wire.send(request, limit, MOST_BYTES);
    answer.body().endInSilence(requestTimeout);
    return answer;
  }

  private Outcome.Success<byte[]> success(HttpRequest request, RetryLoop.Attempt<byte[]> attempt) {
    RetryLoop.Call call = new RetryLoop.Call(OPERATION, /* repeatable= */ true, downloadTimeout);
    Outcome<byte[]> outcome = loop.run(call, failures::refusal, attempt);
    if (outcome instanceof Outcome.Success<byte[]> success) {
      return success;
    }
    throw failures.of(request, outcome);
  }
}
