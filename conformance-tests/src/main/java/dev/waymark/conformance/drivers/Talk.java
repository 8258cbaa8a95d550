package dev.waymark.conformance.drivers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.conformance.drivers.DriverFailed.Manner;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** One process of a client's program. Answers may come in any order. */
final class Talk {
  private static final Duration PATIENCE_WITH_THE_END = Duration.ofSeconds(2);
  private static final int MOST_SILENCES = 3;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Patience patience;
  private final Process process;
  private final Writer in;
  private final Optional<Talk> inThePlaceOf;
  private final LastLines errors;
  private final CompletableFuture<JsonNode> ready = new CompletableFuture<>();
  private final OpenOrders orders = new OpenOrders();
  private final AtomicBoolean usable = new AtomicBoolean(true);

  private Talk(List<String> command, Patience patience, Optional<Talk> inThePlaceOf) {
    this.patience = patience;
    this.inThePlaceOf = inThePlaceOf;
    try {
      this.process = new ProcessBuilder(command).start();
    } catch (IOException e) {
      throw new DriverFailed(Manner.NOT_STARTED, "it cannot be started: " + e.getMessage());
    }
    this.in = process.outputWriter(UTF_8);
    this.errors = LastLines.of(process.errorReader(UTF_8));
    Thread.ofVirtual().start(this::listen);
  }

  static Talk start(List<String> command, Patience patience) {
    return new Talk(command, patience, Optional.empty()).greeted();
  }

  static Talk inThePlaceOf(Talk other, List<String> command) {
    return new Talk(command, other.patience, Optional.of(other)).greeted();
  }

  private Talk greeted() {
    try {
      Readiness.require(ready.get(patience.withTheStart().toMillis(), TimeUnit.MILLISECONDS));
      return this;
    } catch (DriverFailed e) {
      close();
      throw e;
    } catch (ExecutionException e) {
      close();
      throw Readiness.broken(e);
    } catch (TimeoutException e) {
      close();
      throw Readiness.late(patience, errors.said());
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  String name() {
    return ready.join().path("ready").asText("a client without a name");
  }

  int atOnce() {
    return ready.join().path("at_once").asInt(1);
  }

  boolean isUsable() {
    return usable.get() && process.isAlive();
  }

  boolean replaces(Talk other) {
    return inThePlaceOf.filter(one -> one == other || one.replaces(other)).isPresent();
  }

  String lastWords() {
    return process.isAlive()
        ? "it said nothing" + errors.said()
        : "it ended with exit code " + process.exitValue() + errors.said();
  }

  Told call(Order order) {
    CompletableFuture<JsonNode> answer = orders.opened(order.id());
    Duration most = order.deadline().plus(patience.beyondTheDeadline());
    try {
      write(order);
      return Told.of(answer.get(most.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException e) {
      throw (DriverFailed) e.getCause();
    } catch (TimeoutException e) {
      usable.set(orders.giveUp(order.id()) < MOST_SILENCES && atOnce() > 1);
      throw DriverFailed.silent(order, most, errors.said());
    } catch (InterruptedException e) {
      throw interrupted(e);
    } finally {
      orders.closed(order.id());
    }
  }

  private void write(Order order) {
    try {
      synchronized (process) {
        in.write(order.json() + "\n");
        in.flush();
      }
    } catch (IOException e) {
      throw new DriverFailed(Manner.DIED, "it does not read its input: " + lastWords());
    }
    if (!process.isAlive()) {
      throw new DriverFailed(Manner.DIED, lastWords());
    }
  }

  private void listen() {
    try (BufferedReader out = process.inputReader(UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (!line.isBlank()) {
          heard(line);
        }
      }
    } catch (IOException e) {
      // As good as its end.
    }
    usable.set(false);
    boolean _ = hasEnded();
    fail(new DriverFailed(Manner.DIED, lastWords()));
  }

  private void heard(String line) {
    JsonNode said;
    try {
      said = JSON.readTree(line);
    } catch (JsonProcessingException e) {
      rubbish("it wrote what is no line of JSON: " + Words.of(line));
      return;
    }
    if (said.has("ready")) {
      ready.complete(said);
      return;
    }
    if (!ready.isDone()) {
      rubbish("it wrote a line with no \"ready\": " + Words.of(said));
    } else if (!orders.answered(said.path("case").asText(), said)) {
      rubbish("it answered a case that nobody waits for: " + Words.of(line));
    }
  }

  private void rubbish(String how) {
    usable.set(false);
    fail(new DriverFailed(Manner.RUBBISH, how));
  }

  private void fail(DriverFailed failure) {
    ready.completeExceptionally(failure);
    orders.fail(failure.of(orders.ids()));
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("interrupted while a driver was at work", e);
  }

  /** Its input ends, so that it may end; if it does not, it is ended with all that it started. */
  void close() {
    usable.set(false);
    try {
      in.close();
    } catch (IOException e) {
      // It does not listen any more.
    }
    if (!hasEnded()) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private boolean hasEnded() {
    try {
      return process.waitFor(PATIENCE_WITH_THE_END.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
