package dev.waymark.client.script;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.waymark.client.Seams;
import dev.waymark.client.WaymarkClient;
import dev.waymark.client.retry.Retrying;
import dev.waymark.client.retry.Time;
import dev.waymark.client.transport.Answer;
import dev.waymark.client.transport.Exchange;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Plays a script in no time: the clock moves only where the script or the client waits. */
final class VirtualStage implements Exchange, Time {

  static final String KEY = "wm_test_s3cretKey";
  static final Instant EPOCH = Instant.parse("2026-11-22T08:00:00.250Z");

  private final Script script;
  private final Deque<Step> steps;
  private final List<Arrival> arrivals = new ArrayList<>();
  private final List<Play.Heard> heard = new ArrayList<>();
  private final List<Play.Ending> endings = new ArrayList<>();
  private Duration clock = Duration.ZERO;
  private boolean stopped;
  private int rolled;
  private int minted;

  private VirtualStage(Script script) {
    this.script = script;
    this.steps = new ArrayDeque<>(script.steps());
  }

  static Play play(Script script) {
    return new VirtualStage(script).play();
  }

  private Play play() {
    RecordedLog.clear();
    WaymarkClient client =
        new Seams("http://127.0.0.1:1", KEY, script.policy(), script.timeout())
            .exchange(this)
            .time(this, () -> script.dice().get(rolled++ % script.dice().size()) / 1000.0)
            .freshIds(() -> new UUID(7, minted++))
            .listener(this::hear)
            .client();
    for (Deed deed : script.deeds()) {
      endings.add(end(deed, client));
    }
    client.close();
    return new Play(script, EPOCH, arrivals, heard, endings, RecordedLog.lines());
  }

  private Play.Ending end(Deed deed, WaymarkClient client) {
    Duration began = clock;
    boolean before = stopped;
    Optional<Object> value = Optional.empty();
    Optional<Throwable> thrown = Optional.empty();
    try {
      value = Optional.of(deed.with(client));
    } catch (Throwable failure) {
      thrown = Optional.of(failure);
    }
    boolean flagged = Thread.interrupted();
    return new Play.Ending(deed, began, clock, value, thrown, stopped && !before, flagged);
  }

  private void hear(Retrying retrying) {
    heard.add(new Play.Heard(endings.size(), clock, retrying));
    boolean now =
        script.stop().flatMap(Script.Stop::retry).filter(n -> n == heard.size()).isPresent();
    if (now && !stopped) {
      stopped = true;
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public Duration elapsed() {
    return clock;
  }

  @Override
  public Instant now() {
    return EPOCH.plus(clock);
  }

  @Override
  public void pause(Duration duration) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("told to stop before the pause");
    }
    pass(duration);
  }

  private void pass(Duration duration) throws InterruptedException {
    Duration target = clock.plus(duration);
    Optional<Duration> stop = script.stop().flatMap(Script.Stop::at);
    if (!stopped && stop.filter(at -> at.compareTo(target) < 0).isPresent()) {
      stopped = true;
      clock = stop.get().compareTo(clock) > 0 ? stop.get() : clock;
      throw new InterruptedException("told to stop");
    }
    clock = target;
  }

  @Override
  public Answer<byte[]> send(HttpRequest request, Duration left)
      throws IOException, InterruptedException {
    Duration own = request.timeout().orElseThrow();
    Duration limit = own.compareTo(left) < 0 ? own : left;
    Deed deed = script.deeds().get(endings.size());
    Duration at = clock;
    Step step = steps.isEmpty() ? ready(0, deed) : steps.remove();
    int place = arrivals.size();
    arrivals.add(arrival(request, limit, at, Optional.empty()));
    boolean late = limit.compareTo(Duration.ofMillis(step.millis())) <= 0;
    boolean timeout = step instanceof Step.Break fault && fault.fault() == Fault.TIMEOUT;
    pass(late || timeout ? limit : Duration.ofMillis(step.millis()));
    if (late || timeout) {
      arrivals.set(
          place, arrival(request, limit, at, Optional.of(new Arrival.End.Nothing(true, true))));
      throw new HttpTimeoutException("request timed out");
    }
    if (step instanceof Step.Break broken) {
      Fault fault = broken.fault();
      arrivals.set(
          place,
          arrival(
              request,
              limit,
              at,
              Optional.of(new Arrival.End.Nothing(fault.mayHaveArrived(), fault.mayPass()))));
      throw fault.thrown();
    }
    Served served = Served.of((Step.Reply) step, deed, now());
    if (served.reply().succeeds() && served.reply().cut()) {
      arrivals.set(
          place, arrival(request, limit, at, Optional.of(new Arrival.End.Nothing(true, true))));
      throw new IOException("3 of 70 bytes came");
    }
    arrivals.set(place, arrival(request, limit, at, Optional.of(served.seen())));
    return new Answer<>(
        served.reply().status(), HttpHeaders.of(served.lists(), (n, v) -> true), served.most());
  }

  static Step.Reply ready(int millis, Deed deed) {
    return new Step.Reply(
        millis, deed.starts() ? 202 : 200, Map.of(), Scripts.Outputs.SOUND, true, false, true);
  }

  private Arrival arrival(
      HttpRequest request, Duration limit, Duration at, Optional<Arrival.End> end) {
    return new Arrival(
        endings.size(),
        at,
        clock,
        request.method(),
        request.uri().getPath(),
        Served.lower(request.headers().map()),
        request.bodyPublisher().map(body -> new String(Written.bytes(body), UTF_8)).orElse(""),
        Optional.of(limit),
        end);
  }
}
