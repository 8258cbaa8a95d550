package dev.waymark.client.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.client.ActionNeededException;
import dev.waymark.client.AnswerUnknownException;
import dev.waymark.client.Generation;
import dev.waymark.client.InvalidRequestException;
import dev.waymark.client.NotSentException;
import dev.waymark.client.RefusedException;
import dev.waymark.client.TryLaterException;
import dev.waymark.client.UnansweredException;
import dev.waymark.client.WaitForEventException;
import dev.waymark.client.WaymarkException;
import dev.waymark.client.WaymarkInterruptedException;
import dev.waymark.client.retry.GaveUp;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the caller gets in the end says all that is known, and nothing else. */
final class ThrownJudge {

  private static final Set<String> COMMON =
      Set.of("error", "message", "next", "docs_url", "request_id", "retry", "charge");

  private final Play play;
  private final Play.Ending ending;
  private final List<Arrival> arrivals;
  private final Arrival last;

  ThrownJudge(Play play, Play.Ending ending, List<Arrival> arrivals) {
    this.play = play;
    this.ending = ending;
    this.arrivals = arrivals;
    this.last = arrivals.get(arrivals.size() - 1);
  }

  void success(Arrival.End.Answered answer, boolean open) {
    if (answer.sound()) {
      assertThat(ending.thrown()).isEmpty();
      if (ending.value().orElseThrow() instanceof Generation generation) {
        String sent = Catalogue.object(answer.body()).path("generation_id").asText();
        assertThat(generation.id()).isEqualTo(sent);
      }
      return;
    }
    ActionNeededException thrown = (ActionNeededException) ending.thrown().orElseThrow();
    assertThat(thrown.code()).isEqualTo("UNKNOWN");
    assertThat(thrown.status()).isEqualTo(answer.status());
    assertThat(thrown.requestId()).isEqualTo(answer.header("X-Request-Id"));
    counted(thrown, /* open= */ true);
    assertThat(open || thrown.attempts().outcomeUnknown()).isTrue();
  }

  void interrupted(boolean open) {
    assertThat(ending.flagged()).as("the thread is still told to stop").isTrue();
    play.script()
        .stop()
        .flatMap(Script.Stop::at)
        .ifPresent(
            at -> assertThat(ending.ended()).as("at once").isEqualTo(Waits.larger(at, last.at())));
    WaymarkInterruptedException thrown =
        (WaymarkInterruptedException) ending.thrown().orElseThrow();
    counted(thrown, open);
    assertThat(thrown.attempts().reason()).isEqualTo(GaveUp.INTERRUPTED);
  }

  WaymarkException refused(Case met, boolean open) {
    WaymarkException thrown = (WaymarkException) ending.thrown().orElseThrow();
    counted(thrown, open);
    if (met.told().isPresent()) {
      refused((RefusedException) thrown, met.told().get());
    } else {
      assertThat(thrown)
          .isInstanceOf(open ? AnswerUnknownException.class : NotSentException.class)
          .isInstanceOf(UnansweredException.class);
      assertThat(thrown.requestId()).isEmpty();
    }
    return thrown;
  }

  private void counted(WaymarkException thrown, boolean open) {
    assertThat(thrown.attempts().count()).isEqualTo(arrivals.size());
    assertThat(thrown.attempts().outcomeUnknown()).as("whether it is open").isEqualTo(open);
    Duration took = ending.ended().minus(ending.began());
    assertThat(thrown.attempts().elapsed()).isLessThanOrEqualTo(took);
    assertThat(thrown.idempotencyKey().orElse("")).isEqualTo(last.header("Idempotency-Key"));
    if (open && thrown.idempotencyKey().isPresent()) {
      assertThat(thrown.getMessage()).contains(thrown.idempotencyKey().get());
    }
  }

  private void refused(RefusedException thrown, Told told) {
    assertThat(thrown).isInstanceOf(member(told));
    assertThat(thrown.status()).isEqualTo(told.status());
    assertThat(thrown.code()).isEqualTo(told.code().orElse("UNKNOWN"));
    assertThat(thrown.requestId()).isEqualTo(told.requestId());
    assertThat(thrown.docsUrl()).isEqualTo(told.text("docs_url"));
    waits(thrown.retryAfter(), told.named());
    assertThat(thrown.shouldRetry()).isEqualTo(told.should().orElse(false));
    told.text("next").ifPresent(next -> assertThat(thrown.next()).isEqualTo(next));
    assertThat(told.text("next").isPresent() || told.code().isPresent() || !thrown.next().isEmpty())
        .as("something to do next")
        .isTrue();
    assertThat(thrown.retry().map(retry -> retry.strategy().wireName()))
        .isEqualTo(told.saidStrategy());
    charge(thrown, told.json().path("charge"));
    extras(thrown, told.json());
    limits(thrown, told);
    assertThat(thrown.getMessage())
        .contains(told.status() + " " + thrown.code())
        .contains(thrown.next())
        .contains(told.requestId().orElse(""));
    if (thrown.attempts().reason() == GaveUp.WAIT_TOO_LONG) {
      resets(thrown, told);
    }
  }

  /** A date is held against the time at which somebody reads it. */
  private void waits(Optional<Duration> said, Optional<Duration> named) {
    assertThat(said.isPresent()).isEqualTo(named.isPresent());
    said.ifPresent(wait -> assertThat(wait).isCloseTo(named.orElseThrow(), onTheWay()));
  }

  /** From the server's last byte until the caller had it; nothing where the clock is virtual. */
  private Duration onTheWay() {
    return ending.ended().minus(last.ended()).plusMillis(5);
  }

  /** By what the caller can do. */
  private static Class<? extends RefusedException> member(Told told) {
    return switch (told.strategy().orElse("")) {
      case "never" -> ActionNeededException.class;
      case "fix_request" -> InvalidRequestException.class;
      case "after_delay", "backoff" -> TryLaterException.class;
      case "after_event" -> WaitForEventException.class;
      default ->
          told.should().orElse(Told.passes(told.status()))
              ? TryLaterException.class
              : ActionNeededException.class;
    };
  }

  private void resets(RefusedException thrown, Told told) {
    Optional<Duration> named = told.named();
    if (thrown instanceof TryLaterException later && named.isPresent()) {
      assertThat(later.resetsAt().orElseThrow())
          .isCloseTo(
              play.epoch().plus(last.ended()).plus(named.get()),
              within(onTheWay().toNanos(), ChronoUnit.NANOS));
    }
  }

  private static void charge(RefusedException thrown, JsonNode charge) {
    boolean sound =
        Set.of("none", "held", "released", "settled").contains(charge.path("state").asText())
            && charge.path("credits").isIntegralNumber();
    assertThat(thrown.charge().map(one -> one.state().wireName() + " " + one.credits()))
        .isEqualTo(
            sound
                ? Optional.of(charge.path("state").asText() + " " + charge.path("credits").asLong())
                : Optional.empty());
  }

  private static void extras(RefusedException thrown, JsonNode json) {
    Map<String, Object> expected = Map.of();
    if (json instanceof ObjectNode object) {
      ObjectNode rest = object.deepCopy();
      rest.remove(COMMON);
      expected =
          Catalogue.JSON.convertValue(
              rest, new com.fasterxml.jackson.core.type.TypeReference<>() {});
    }
    assertThat(thrown.extras()).isEqualTo(expected);
  }

  private static void limits(RefusedException thrown, Told told) {
    boolean numbers =
        told.header("X-RateLimit-Limit").filter(text -> text.matches("[0-9]{1,18}")).isPresent();
    assertThat(thrown.limits().rate().isPresent()).isEqualTo(numbers);
    assertThat(thrown.limits().concurrency().isPresent()).isEqualTo(numbers);
    thrown
        .limits()
        .rate()
        .ifPresent(rate -> {
          assertThat(rate.limit())
              .isEqualTo(told.header("X-RateLimit-Limit").map(Long::valueOf).orElseThrow());
          assertThat(rate.remaining())
              .isEqualTo(told.header("X-RateLimit-Remaining").map(Long::valueOf).orElseThrow());
          assertThat(rate.window()).isEqualTo(Duration.ofSeconds(60));
          assertThat(rate.nextIn().isPresent())
              .isEqualTo(told.header("RateLimit").filter(text -> text.contains("t=7")).isPresent());
        });
  }
}
