package dev.waymark.conformance.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.server.Caller;
import dev.waymark.conformance.server.Plan;
import dev.waymark.conformance.server.ServerSettings;
import dev.waymark.conformance.server.WaymarkProcess;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The packaged server and the true clock: the only test that takes longer than the window. */
@Tag("real-time")
final class RealTimeRateTest {
  private static final int LIMIT = 20;
  private static final long WINDOW_MS = 60_000;
  private static final long RUN_MS = 66_000;
  private static final long SPACING_MS = 200;
  private static final long TOO_EARLY_MS = 50;
  private static final int CALLERS = 8;
  private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  /** An answer, and the moments between which the server has decided on it. */
  private record Answered(int status, long waitMs, long earliest, long latest) {

    static Answered of(Caller caller) {
      HttpResponse<String> answer = caller.get("/api/v1/models");
      String id = answer.headers().firstValue("X-Request-Id").orElseThrow();
      return new Answered(
          answer.statusCode(),
          answer.headers().firstValueAsLong("Retry-After-Ms").orElse(0),
          time(id),
          System.currentTimeMillis());
    }

    boolean isAdmitted() {
      return status == 200;
    }

    /** The first ten characters of an id are the time that it was made. */
    private static long time(String id) {
      long millis = 0;
      for (char letter : id.substring("req_".length(), "req_".length() + 10).toCharArray()) {
        millis = millis * CROCKFORD.length() + CROCKFORD.indexOf(letter);
      }
      return millis;
    }
  }

  @Test
  @Rule({"RATE-11", "RATE-01", "RATE-02", "RATE-09", "A-3", "O-5"})
  void no_sixty_seconds_hold_more_than_the_limit_and_every_promise_to_wait_is_kept()
      throws Exception {
    ServerSettings settings = ServerSettings.of(new Plan(LIMIT, 1, 1000));
    try (WaymarkProcess server = WaymarkProcess.start(settings);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      long end = System.currentTimeMillis() + RUN_MS;
      Future<Lone> lone = threads.submit(() -> lone(server.demo(), end));
      Caller shared = new Caller(server.uri(), server.testKey());
      ConcurrentLinkedQueue<Answered> crowd = new ConcurrentLinkedQueue<>();
      List<Future<?>> callers = new ArrayList<>();
      for (int caller = 0; caller < CALLERS; caller++) {
        // One half does as it is told, the other half knocks once a second whatever it is told.
        boolean obedient = caller % 2 == 0;
        callers.add(threads.submit(() -> crowd(shared, obedient, end, crowd)));
      }
      for (Future<?> caller : callers) {
        caller.get();
      }
      staysWithinTheLimit(lone.get().all());
      staysWithinTheLimit(List.copyOf(crowd));
      assertThat(lone.get().tooEarly()).as("calls that were proven to come too early").isPositive();
    }
  }

  /**
   * What one caller has met.
   *
   * @param tooEarly how many came {@link #TOO_EARLY_MS} before their time, and were answered before
   *     it
   */
  private record Lone(List<Answered> all, int tooEarly) {}

  private static Lone lone(Caller caller, long end) {
    List<Answered> all = new ArrayList<>();
    int tooEarly = 0;
    while (System.currentTimeMillis() < end) {
      Answered answer = Answered.of(caller);
      all.add(answer);
      if (answer.isAdmitted()) {
        pause(SPACING_MS);
        continue;
      }
      if (System.currentTimeMillis() + answer.waitMs() > end) {
        break;
      }
      pause(answer.waitMs() - TOO_EARLY_MS);
      Answered early = Answered.of(caller);
      all.add(early);
      if (early.latest() < answer.earliest() + answer.waitMs()) {
        assertThat(early.isAdmitted()).as("%s after %s", early, answer).isFalse();
        tooEarly++;
      }
      if (!early.isAdmitted()) {
        pause(early.waitMs());
        Answered inTime = Answered.of(caller);
        all.add(inTime);
        assertThat(inTime.isAdmitted()).as("%s after %s", inTime, early).isTrue();
      }
    }
    return new Lone(all, tooEarly);
  }

  private static void crowd(
      Caller caller, boolean obedient, long end, ConcurrentLinkedQueue<Answered> all) {
    while (System.currentTimeMillis() < end) {
      Answered answer = Answered.of(caller);
      all.add(answer);
      if (!answer.isAdmitted()) {
        long left = Math.max(0, end - System.currentTimeMillis());
        pause(obedient ? Math.min(answer.waitMs(), left) : 1000);
      }
    }
  }

  /** Fails only where the calls were so close together at whatever moments they were decided on. */
  private static void staysWithinTheLimit(List<Answered> all) {
    List<Answered> admitted =
        all.stream()
            .filter(Answered::isAdmitted)
            .sorted(Comparator.comparingLong(Answered::earliest))
            .toList();
    assertThat(admitted).as("more than one window").hasSizeGreaterThan(LIMIT);
    for (int number = LIMIT; number < admitted.size(); number++) {
      List<Answered> row = admitted.subList(number - LIMIT, number + 1);
      long last = row.stream().mapToLong(Answered::latest).max().orElseThrow();
      assertThat(last - row.getFirst().earliest()).isGreaterThanOrEqualTo(WINDOW_MS);
    }
  }

  private static void pause(long millis) {
    long until = System.nanoTime() + Duration.ofMillis(Math.max(0, millis)).toNanos();
    for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
