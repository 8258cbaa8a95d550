package dev.waymark.client.script;

import dev.waymark.client.Seams;
import dev.waymark.client.WaymarkClient;
import dev.waymark.client.retry.Time;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Plays a script over real connections, while real time passes. */
final class SocketStage {

  private final Script script;
  private final List<Play.Heard> heard = new ArrayList<>();
  private final List<Play.Ending> endings = new ArrayList<>();
  private final Instant epoch = Instant.now();
  private final long zero = System.nanoTime();

  private SocketStage(Script script) {
    this.script = script;
  }

  static Play play(Script script) throws IOException {
    return new SocketStage(script).play();
  }

  private Play play() throws IOException {
    RecordedLog.clear();
    try (FaultServer server = new FaultServer(script, this::clock, epoch);
        WaymarkClient client =
            new Seams(server.url(), VirtualStage.KEY, script.policy(), script.timeout())
                .time(Time.ofTheMachine(), () -> ThreadLocalRandom.current().nextDouble())
                .freshIds(UUID::randomUUID)
                .listener(retrying -> heard.add(new Play.Heard(endings.size(), clock(), retrying)))
                .client()) {
      for (Deed deed : script.deeds()) {
        server.expect(deed);
        endings.add(end(deed, client));
      }
      return new Play(script, epoch, server.arrivals(), heard, endings, RecordedLog.lines());
    }
  }

  private Duration clock() {
    return Duration.ofNanos(System.nanoTime() - zero);
  }

  private Play.Ending end(Deed deed, WaymarkClient client) {
    Duration began = clock();
    Optional<Object> value = Optional.empty();
    Optional<Throwable> thrown = Optional.empty();
    try {
      value = Optional.of(deed.with(client));
    } catch (RuntimeException | Error failure) {
      thrown = Optional.of(failure);
    }
    return new Play.Ending(deed, began, clock(), value, thrown, false, false);
  }
}
