package dev.waymark.client.limits;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.waymark.client.retry.Pauses;
import dev.waymark.client.retry.Time;
import dev.waymark.client.transport.Answer;
import dev.waymark.client.transport.ErrorBody;
import dev.waymark.client.transport.Exchange;
import dev.waymark.client.transport.InterruptedBeforeSending;
import dev.waymark.client.transport.NotInTime;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Has {@link GenerationSlots} see what calls tell of generations, and new starts wait there. */
public final class GenerationsInTurn implements Exchange {

  private static final String START = "/api/v1/generate";
  private static final Pattern ONE = Pattern.compile(".*/api/v1/generations/([^/]+)(/cancel)?");
  private static final Set<String> FINISHED = Set.of("completed", "failed", "cancelled", "expired");

  private final Exchange next;
  private final Time time;
  private final GenerationSlots slots;

  /**
   * @param look makes the request that looks at a generation; the server may hold its answer back
   *     for a few seconds
   */
  public GenerationsInTurn(Exchange next, Time time, Function<String, HttpRequest> look) {
    this.next = next;
    this.time = time;
    this.slots = new GenerationSlots(time, (id, left) -> send(look.apply(id), left).isSuccess());
  }

  /** How refused starts wait. */
  public Pauses pauses() {
    return slots;
  }

  @Override
  public Answer<byte[]> send(HttpRequest request, Duration limit)
      throws IOException, InterruptedException {
    String path = request.uri().getPath();
    if (path.endsWith(START)) {
      return start(request, limit);
    }
    Matcher one = ONE.matcher(path);
    return one.matches() ? look(one.group(1), request, limit) : next.send(request, limit);
  }

  private Answer<byte[]> start(HttpRequest request, Duration limit)
      throws IOException, InterruptedException {
    Duration begin = time.elapsed();
    // Later attempts have waited as the retry loop had them wait.
    if (request.headers().firstValue("X-Attempt").filter("1"::equals).isPresent()) {
      enter(limit);
    }
    Answer<byte[]> answer = next.send(request, limit.minus(time.elapsed().minus(begin)));
    if (answer.isSuccess()) {
      boolean more =
          Limits.of(answer.headers()).concurrency().filter(now -> now.remaining() > 0).isPresent();
      body(answer).text("generation_id").ifPresent(id -> slots.started(id, more));
    }
    return answer;
  }

  private void enter(Duration limit) throws NotInTime, InterruptedBeforeSending {
    try {
      slots.enter(limit);
    } catch (InterruptedException interrupt) {
      throw new InterruptedBeforeSending(interrupt);
    }
  }

  private Answer<byte[]> look(String id, HttpRequest request, Duration limit)
      throws IOException, InterruptedException {
    boolean waits = request.headers().firstValue("Prefer").isPresent();
    if (waits) {
      slots.watching(id);
    }
    try {
      Answer<byte[]> answer = next.send(request, limit);
      if (answer.isSuccess() && isFinished(body(answer))) {
        slots.finished(id);
      }
      return answer;
    } finally {
      if (waits) {
        slots.watchingNoMore(id);
      }
    }
  }

  private static boolean isFinished(ErrorBody generation) {
    Optional<String> status = generation.text("status");
    return status.filter(FINISHED::contains).isPresent()
        || generation.text("finished_at").isPresent();
  }

  private static ErrorBody body(Answer<byte[]> answer) {
    return ErrorBody.parse(new String(answer.body(), UTF_8));
  }
}
