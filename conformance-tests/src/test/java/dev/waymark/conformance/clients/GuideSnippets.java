package dev.waymark.conformance.clients;

import dev.waymark.client.ActionNeededException;
import dev.waymark.client.AnswerUnknownException;
import dev.waymark.client.CompletedGeneration;
import dev.waymark.client.Generation;
import dev.waymark.client.GenerationFailedException;
import dev.waymark.client.GenerationQuery;
import dev.waymark.client.GenerationRequest;
import dev.waymark.client.GenerationStatus;
import dev.waymark.client.InvalidRequestException;
import dev.waymark.client.KeyChange;
import dev.waymark.client.KeyRequest;
import dev.waymark.client.NewKey;
import dev.waymark.client.NotSentException;
import dev.waymark.client.Quote;
import dev.waymark.client.Scope;
import dev.waymark.client.StartOptions;
import dev.waymark.client.StillRunningException;
import dev.waymark.client.TestError;
import dev.waymark.client.TryLaterException;
import dev.waymark.client.WaitForEventException;
import dev.waymark.client.WaymarkClient;
import dev.waymark.client.WaymarkException;
import dev.waymark.client.WaymarkInterruptedException;
import dev.waymark.client.retry.RetryPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The snippets of {@code client/README.md}, each between two markers. {@link GuideTest} runs them
 * and holds the guide to them.
 */
final class GuideSnippets {

  private GuideSnippets() {}

  static void setUp(String server, String key) {
    // >>
    try (WaymarkClient waymark = WaymarkClient.builder().baseUrl(server).key(key).build()) {
      System.out.println(waymark.account().get().credits());
    }
    // <<
  }

  static CompletedGeneration run(WaymarkClient waymark, Path file) {
    // >>
    GenerationRequest request =
        GenerationRequest.of("atlas-1", "a mountain lake at dusk, snow, deep blue")
            .with("resolution", "2K");
    CompletedGeneration picture = waymark.generations().run(request, Duration.ofMinutes(2));
    picture.download(file, (bytes, total) -> System.out.println(bytes + " of " + total));
    // <<
    return picture;
  }

  static CompletedGeneration stepByStep(WaymarkClient waymark, GenerationRequest request) {
    // >>
    Quote quote = waymark.generations().quote(request);
    StartOptions options = StartOptions.defaults().withMaxCredits(quote.credits());
    Generation started = waymark.generations().start(request, options);
    // Here, or in another process that knows the id:
    CompletedGeneration picture = waymark.generations().await(started.id(), Duration.ofMinutes(2));
    // <<
    return picture;
  }

  static int read(CompletedGeneration picture) throws IOException {
    // >>
    try (InputStream output = picture.open()) {
      return output.readAllBytes().length;
    }
    // <<
  }

  static String brief(WaymarkClient waymark, GenerationRequest request) {
    // >>
    try {
      return waymark.generations().run(request, Duration.ofMinutes(2)).id();
    } catch (WaymarkException failure) {
      return failure.code() + ": " + failure.next();
    }
    // <<
  }

  static String atLength(WaymarkClient waymark, GenerationRequest request) {
    // >>
    try {
      return waymark.generations().run(request, Duration.ofMinutes(2)).id();
    } catch (InvalidRequestException wrong) {
      // Another request is needed: next() says what to change, extras() what about it.
      return wrong.next() + " " + wrong.extras();
    } catch (ActionNeededException stop) {
      // A person must act: another key, a scope, a model. Support asks for the request id.
      return stop.next() + " " + stop.requestId().orElse("");
    } catch (WaitForEventException wait) {
      // Something must happen first, such as credits_added; at this time it does by itself.
      return wait.event() + " " + wait.resetsAt();
    } catch (TryLaterException later) {
      // Waited for and tried as often as the policy allows; before this time it is of no use.
      return later.next() + " " + later.resetsAt();
    } catch (GenerationFailedException failed) {
      // It was started and has ended without an output. Its credits are back.
      return failed.code() + ": " + failed.next();
    } catch (StillRunningException slow) {
      // It was started and goes on. Await it again, or stop it and have its credits back:
      return waymark.generations().cancel(slow.generationId().orElseThrow()).id();
    } catch (NotSentException away) {
      // No connection came about in any attempt: nothing was started.
      return away.next();
    } catch (AnswerUnknownException unknown) {
      // It may have been started: see "Never twice".
      return unknown.idempotencyKey().orElseThrow();
    } catch (WaymarkInterruptedException stopped) {
      // This thread was interrupted, and is so still. What it has started goes on.
      return stopped.next();
    }
    // <<
  }

  static WaymarkClient policy(String server, String key) {
    // >>
    RetryPolicy policy =
        RetryPolicy.defaults()
            .withAttempts(8)
            .withDeadline(Duration.ofMinutes(10))
            .withPauses(Duration.ofMillis(500), Duration.ofSeconds(20))
            .withLongestWait(Duration.ofSeconds(60));
    WaymarkClient waymark =
        WaymarkClient.builder().baseUrl(server).key(key).retryPolicy(policy).build();
    // <<
    return waymark;
  }

  static Generation ownKey(WaymarkClient waymark, GenerationRequest request, String order) {
    // >>
    StartOptions once = StartOptions.defaults().withIdempotencyKey("order-" + order);
    Generation started = waymark.generations().start(request, once);
    // <<
    return started;
  }

  static Generation recovered(WaymarkClient waymark, GenerationRequest request) {
    // >>
    try {
      return waymark.generations().start(request);
    } catch (AnswerUnknownException lost) {
      // Minutes or hours later, when the server can be reached again:
      StartOptions same =
          StartOptions.defaults().withIdempotencyKey(lost.idempotencyKey().orElseThrow());
      return waymark.generations().start(request, same);
    }
    // <<
  }

  static List<String> pages(WaymarkClient waymark) {
    // >>
    GenerationQuery query =
        GenerationQuery.all().withStatus(GenerationStatus.COMPLETED).withPageSize(100);
    List<String> latest =
        waymark.generations().stream(query).limit(250).map(Generation::id).toList();
    // <<
    return latest;
  }

  static NewKey key(WaymarkClient waymark) {
    // >>
    NewKey farm =
        waymark
            .keys()
            .create(
                KeyRequest.named("render farm")
                    .withScopes(Scope.GENERATIONS_READ, Scope.GENERATIONS_WRITE)
                    .withModels("atlas-1")
                    .withCreditsPerMonth(500));
    waymark.keys().update(farm.key().id(), KeyChange.nothing().withoutModels());
    // <<
    return farm;
  }

  static WaymarkClient pacing(String server, String key) {
    // >>
    WaymarkClient waymark = WaymarkClient.builder().baseUrl(server).key(key).pacing(true).build();
    // <<
    return waymark;
  }

  static List<String> async(WaymarkClient waymark, List<GenerationRequest> requests) {
    // >>
    List<CompletableFuture<CompletedGeneration>> running =
        requests.stream()
            .map(request -> waymark.async().generations().run(request, Duration.ofMinutes(2)))
            .toList();
    List<String> finished = running.stream().map(one -> one.join().id()).toList();
    // <<
    return finished;
  }

  static WaymarkClient listener(String server, String key) {
    // >>
    WaymarkClient waymark =
        WaymarkClient.builder()
            .baseUrl(server)
            .key(key)
            .listener(retry ->
                System.err.printf(
                    "%s: attempt %d in %d ms, after %s%n",
                    retry.operation(), retry.attempt(), retry.pause().toMillis(), retry.reason()))
            .build();
    // <<
    return waymark;
  }

  static WaymarkClient proxy(String server, String key, String host, int port) {
    // >>
    WaymarkClient waymark =
        WaymarkClient.builder()
            .baseUrl(server)
            .key(key)
            .connectTimeout(Duration.ofSeconds(3))
            .requestTimeout(Duration.ofSeconds(30))
            .downloadTimeout(Duration.ofMinutes(5))
            .proxy(ProxySelector.of(new InetSocketAddress(host, port)))
            .build();
    // <<
    return waymark;
  }

  static String forced(String server, String testKey, GenerationRequest request) {
    // >>
    try (WaymarkClient waymark =
        WaymarkClient.builder()
            .baseUrl(server)
            .key(testKey)
            .testError(TestError.of("INSUFFICIENT_CREDITS"))
            .build()) {
      return waymark.generations().start(request).id();
    } catch (WaitForEventException wait) {
      return wait.event();
    }
    // <<
  }
}
