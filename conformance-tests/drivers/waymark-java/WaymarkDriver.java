import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.client.Generation;
import dev.waymark.client.GenerationRequest;
import dev.waymark.client.GenerationStatus;
import dev.waymark.client.RefusedException;
import dev.waymark.client.StartOptions;
import dev.waymark.client.WaymarkClient;
import dev.waymark.client.WaymarkException;
import dev.waymark.client.WaymarkInterruptedException;
import dev.waymark.client.retry.RetryPolicy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The Java client as the conformance kit drives it: a line of JSON is a call, a line of JSON what came
 * of it. Each call has a client and a thread of its own; it is stopped by an interrupt.
 */
public final class WaymarkDriver {
  private static final int AT_ONCE = 16;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final PrintStream out = System.out;
  private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

  public static void main(String[] arguments) throws IOException {
    WaymarkDriver driver = new WaymarkDriver();
    // Whatever else is on the class path may log there, and answers must stand alone.
    System.setOut(System.err);
    driver.run();
  }

  private void run() throws IOException {
    say(JsonNodeFactory.instance.objectNode().put("ready", "waymark-java").put("at_once", AT_ONCE));
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      JsonNode order = JSON.readTree(line);
      threads.execute(() -> say(answer(order)));
    }
    threads.shutdownNow();
    clock.shutdownNow();
  }

  private synchronized void say(ObjectNode line) {
    byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    out.write(bytes, 0, bytes.length);
    out.flush();
  }

  private ObjectNode answer(JsonNode order) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.set("case", order.path("case"));
    Duration deadline = Duration.ofMillis(order.path("deadline_ms").asLong());
    RetryPolicy policy =
        RetryPolicy.defaults()
            .withDeadline(deadline)
            .withAttempts(order.path("max_attempts").asInt());
    try (WaymarkClient client =
        WaymarkClient.builder()
            .baseUrl(order.path("url").asText())
            .key(order.path("key").asText())
            .retryPolicy(policy)
            .downloadTimeout(deadline)
            .build()) {
      stopAfter(order.path("stop_after_ms"), Thread.currentThread());
      return call(client, order)
          ? answer.put("outcome", "success")
          : answer.put("outcome", "unsupported");
    } catch (WaymarkException failure) {
      return told(answer, failure);
    } catch (IOException | RuntimeException failure) {
      return answer.put("outcome", "error").put("kind", failure.getClass().getSimpleName());
    } finally {
      // One that came late must not reach the thread's next call.
      Thread.interrupted();
    }
  }

  private void stopAfter(JsonNode millis, Thread thread) {
    if (millis.isNumber()) {
      clock.schedule(thread::interrupt, millis.asLong(), TimeUnit.MILLISECONDS);
    }
  }

  /** Whether the client has such a call. */
  private static boolean call(WaymarkClient client, JsonNode order) throws IOException {
    JsonNode input = order.path("input");
    switch (order.path("op").asText()) {
      case "startGeneration" -> client.generations().start(request(input), options(order));
      case "getGeneration" -> client.generations().get(id(input, "generation_id"));
      case "cancelGeneration" -> client.generations().cancel(id(input, "generation_id"));
      case "getModel" -> client.models().get(id(input, "model"));
      case "getKey" -> client.keys().get(id(input, "key_id"));
      case "readAccount" -> client.admin().get(id(input, "account_id"));
      case "getRequest" -> client.requests().get(id(input, "request_id"));
      case "getError" -> client.errors().get(id(input, "code"));
      case "getOutput" -> {
        try (InputStream output = client.outputs().open(completed(order))) {
          output.readAllBytes();
        }
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private static GenerationRequest request(JsonNode input) {
    GenerationRequest request =
        GenerationRequest.of(input.path("model").asText(), input.path("prompt").asText());
    for (Map.Entry<String, JsonNode> parameter : input.properties()) {
      if (!parameter.getKey().equals("model") && !parameter.getKey().equals("prompt")) {
        request = request.with(parameter.getKey(), parameter.getValue());
      }
    }
    return request;
  }

  private static StartOptions options(JsonNode order) {
    JsonNode key = order.path("idempotency_key");
    return key.isTextual()
        ? StartOptions.defaults().withIdempotencyKey(key.asText())
        : StartOptions.defaults();
  }

  private static String id(JsonNode input, String name) {
    return input.path(name).asText();
  }

  /** As one gets it from the server; here only the address of its output matters. */
  private static Generation completed(JsonNode order) {
    String address = order.path("url").asText() + order.at("/request/path").asText();
    return new Generation(
        "gen_1",
        GenerationStatus.COMPLETED,
        "atlas-1",
        "",
        Map.of(),
        0,
        Optional.of(0L),
        Optional.of(URI.create(address)),
        Optional.empty(),
        Optional.empty(),
        Instant.EPOCH,
        Optional.empty(),
        Optional.empty());
  }

  private static ObjectNode told(ObjectNode answer, WaymarkException failure) {
    boolean stopped = failure instanceof WaymarkInterruptedException;
    answer.put("outcome", "error");
    answer.put("code", failure.code()).put("next", failure.next());
    answer.put("kind", stopped ? "stopped" : failure.getClass().getSimpleName());
    failure.requestId().ifPresent(id -> answer.put("request_id", id));
    if (failure instanceof RefusedException refused) {
      answer.put("status", refused.status());
      refused.retryAfter().ifPresent(wait -> answer.put("retry_after_ms", wait.toMillis()));
    }
    return answer;
  }
}
