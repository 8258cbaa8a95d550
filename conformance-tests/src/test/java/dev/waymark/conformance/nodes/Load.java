package dev.waymark.conformance.nodes;

import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.NoAnswer;
import dev.waymark.conformance.wire.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Callers that start, cancel and start again without end, at whichever node, as the contract tells
 * them: what was not answered is sent again with the same key until there is an answer for good.
 */
final class Load implements AutoCloseable {
  private static final int CALLERS = 10;
  private static final int ATTEMPTS = 600;
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Set<String> REFUSED = Set.of("INSUFFICIENT_CREDITS", "CONCURRENCY_LIMIT");

  private final Cluster cluster;
  private final List<Cluster.Account> accounts;
  private final Map<String, String> accepted = new ConcurrentHashMap<>();
  private final Map<String, String> refused = new ConcurrentHashMap<>();
  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
  private final Semaphore settled = new Semaphore(0);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Future<?>> callers = new ArrayList<>();
  private volatile boolean stopping;

  Load(Cluster cluster, List<Cluster.Account> accounts) {
    this.cluster = cluster;
    this.accounts = accounts;
  }

  void start(long seed) {
    for (int caller = 0; caller < CALLERS; caller++) {
      Random random = new Random(seed + caller);
      String name = "caller-" + caller + "-";
      callers.add(threads.submit(() -> callUntilStopped(name, random)));
    }
  }

  /**
   * Returns when this many more starts have been answered for good; fails with what made a caller
   * fail, as soon as it did.
   */
  void awaitAnswers(int count) throws InterruptedException {
    settled.drainPermits();
    requireAllGoOn();
    for (int answer = 0; answer < count; answer++) {
      if (!settled.tryAcquire(2, TimeUnit.MINUTES)) {
        throw new AssertionError("no call was answered for two minutes");
      }
      requireAllGoOn();
    }
  }

  /** Returns when every caller has its last answer; fails with what made one of them fail. */
  void stop() throws Exception {
    stopping = true;
    for (Future<?> caller : callers) {
      caller.get(5, TimeUnit.MINUTES);
    }
    requireAllGoOn();
  }

  /** The generation that each idempotency key has started. */
  Map<String, String> accepted() {
    return accepted;
  }

  int refused() {
    return refused.size();
  }

  /** Ends the callers, with or without an answer. */
  @Override
  public void close() {
    stopping = true;
    threads.shutdownNow();
    threads.close();
  }

  private void requireAllGoOn() {
    Throwable failure = failures.peek();
    if (failure != null) {
      throw new AssertionError("a caller failed: " + failure, failure);
    }
  }

  private void callUntilStopped(String name, Random random) {
    try {
      call(name, random);
    } catch (RuntimeException | Error failure) {
      failures.add(failure);
      settled.release();
    }
  }

  private void call(String name, Random random) {
    for (int number = 0; !stopping; number++) {
      Cluster.Account account = accounts.get(random.nextInt(accounts.size()));
      String key = name + number;
      Exchange answer = start(account, key, random);
      settled.release();
      if (answer.status() == 202) {
        goOn(account, key, answer, random);
      } else if (REFUSED.contains(answer.code())) {
        refused.put(key, answer.code());
      } else {
        throw new AssertionError("not a refusal that was to come: " + answer);
      }
    }
  }

  private void goOn(Cluster.Account account, String key, Exchange first, Random random) {
    String id = first.json().path("generation_id").asText();
    accepted.put(key, id);
    switch (random.nextInt(4)) {
      case 0 ->
          persistently(account, Request.post("/api/v1/generations/" + id + "/cancel", ""), random);
      case 1 -> {
        String again = start(account, key, random).text();
        if (!again.equals(first.text())) {
          throw new AssertionError("not the first answer: " + again + "\nbut " + first.text());
        }
      }
      case 2 -> persistently(account, Request.get("/api/v1/generations/" + id), random);
      default -> {}
    }
  }

  private Exchange start(Cluster.Account account, String key, Random random) {
    return persistently(
        account,
        Request.post("/api/v1/generate", "{\"model\":\"tiny-1\",\"prompt\":\"a thumb\"}")
            .with("Idempotency-Key", key),
        random);
  }

  private Exchange persistently(Cluster.Account account, Request request, Random random) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        Exchange answer = account.send(random.nextInt(cluster.nodes().size()), request);
        if (answer.status() < 500
            && !answer
                .header("X-Error-Code")
                .filter("IDEMPOTENCY_IN_PROGRESS"::equals)
                .isPresent()) {
          return answer;
        }
      } catch (NoAnswer e) {
        // The node is down: whether it has heard of the call is not known, so it is sent again.
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    throw new AssertionError(request + " was never answered");
  }
}
