package dev.waymark.client.transport;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The network. The JDK's timeout of a request ends when the answer's headers are there; this one
 * covers its body.
 */
public record Wire(Connections connections) {

  /**
   * The body must be closed; it ends {@code limit} after the sending began, or after so many bytes.
   */
  public Answer<IncomingBody> send(HttpRequest request, Duration limit, long mostBytes)
      throws IOException, InterruptedException {
    HttpClient http = connections.http();
    AtomicReference<@Nullable ResponseInfo> head = new AtomicReference<>();
    CompletableFuture<Void> end =
        new CompletableFuture<Void>()
            .completeOnTimeout(null, limit.toMillis(), TimeUnit.MILLISECONDS);
    ArrivingBody arriving = new ArrivingBody();
    InputStream body;
    try {
      body =
          http.send(
                  request,
                  answer -> {
                    head.set(answer);
                    return arriving;
                  })
              .body();
    } catch (IOException failure) {
      arriving.close();
      if (!refused(head.get())) {
        end.complete(null);
        throw interruptedOr(failure);
      }
      // A refusal whose body broke off before the JDK had handed it out; what it says is told all
      // the same.
      body = InputStream.nullInputStream();
    } catch (InterruptedException interrupt) {
      // Its headers may be there, or come yet: nobody will read it.
      arriving.close();
      end.complete(null);
      throw interrupt;
    }
    ResponseInfo answer = Objects.requireNonNull(head.get());
    return Answer.of(answer, new IncomingBody(body, answer.headers(), end, mostBytes));
  }

  private static boolean refused(@Nullable ResponseInfo head) {
    return head != null && head.statusCode() / 100 != 2;
  }

  /** An interrupt during a read comes as an {@link IOException} with the interrupt flag set. */
  public static IOException interruptedOr(IOException failure) throws InterruptedException {
    if (Thread.currentThread().isInterrupted()) {
      Thread.interrupted();
      InterruptedException interrupt = new InterruptedException(failure.getMessage());
      interrupt.initCause(failure);
      throw interrupt;
    }
    return failure;
  }
}
