package dev.waymark.server.generations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.server.SharedServer;
import dev.waymark.server.access.Mode;
import dev.waymark.server.ids.Ids;
import dev.waymark.server.providers.Found;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProviderQuestionsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final SharedServer server = SharedServer.get();
  private final AtomicLong now = new AtomicLong();
  private final ProviderQuestions questions = new ProviderQuestions(now::get);

  @AfterEach
  void close() {
    questions.close();
  }

  @Test
  void a_provider_s_silence_is_borne_from_when_it_was_asked() throws Exception {
    ProviderQuestions.Question silent =
        ask(_ -> {
          new CountDownLatch(1).await();
          return new Found.Running();
        });

    now.addAndGet(PATIENCE.toNanos());

    FutureTask<Optional<Found>> heard = new FutureTask<>(silent::await);
    Thread.ofVirtual().start(heard);
    // Were it borne from now on, this would be too short.
    assertThat(heard.get(PATIENCE.dividedBy(2).toNanos(), TimeUnit.NANOSECONDS)).isEmpty();
  }

  @Test
  void what_a_provider_says_in_time_is_heard() throws Exception {
    assertThat(ask(_ -> new Found.Running()).await()).contains(new Found.Running());
  }

  private ProviderQuestions.Question ask(ModelProviders.Finder finder) {
    ModelProviders.Served served =
        server.bean(ModelProviders.class).of("script-1", Mode.LIVE).orElseThrow();
    return questions.ask(
        new ModelProviders.Served(served.model(), served.maker(), finder),
        server.bean(Ids.class).generation());
  }
}
