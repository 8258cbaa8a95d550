package dev.waymark.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program with a Redis that is lost, seen from outside. */
final class RedisServerTest {
  private static final Pattern ADDRESS = Pattern.compile("http://\\S+");

  @TempDir private Path folder;

  @Test
  void a_lost_redis_is_told_once_without_its_password_and_callers_do_not_notice() throws Exception {
    try (RealRedis redis = RealRedis.start("sesame");
        ChildServer server =
            ChildServer.start(
                folder,
                Map.of("WAYMARK_REDIS_URL", redis.url(), "WAYMARK_REDIS_TIMEOUT", "5s"),
                "--port=0",
                "--database.folder=" + folder.resolve("database"),
                "--database.programs=" + TestSettings.PROGRAMS,
                "--database.pool-size=2")) {
      URI account = account(server.awaitListening());
      assertThat(remaining(account)).isEqualTo("239");
      assertThat(redis.command("KEYS", "waymark:rate:*")).contains("address 127.0.0.1");

      redis.kill();
      assertThat(remaining(account)).isEqualTo("238");
      assertThat(remaining(account)).isEqualTo("237");
      redis.restart();
      awaitLine(server, "Redis at redis://127.0.0.1:" + redis.port() + "/0 is back");
      assertThat(remaining(account)).isEqualTo("236");

      List<String> told =
          server.errors().stream().filter(line -> line.contains("Redis at")).toList();
      assertThat(told).hasSize(2);
      assertThat(told.getFirst())
          .contains("WARN", "Redis at redis://127.0.0.1:%d/0 is away".formatted(redis.port()));
      server.stop();
      assertThat(String.join("\n", server.errors())).doesNotContain("sesame", "Exception");
    }
  }

  // Any call that is counted: one without a key is, by its address.
  private static URI account(String listening) {
    Matcher address = ADDRESS.matcher(listening);
    assertThat(address.find()).isTrue();
    return URI.create(address.group() + "/api/v1/account");
  }

  private static String remaining(URI account) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(account).build(), HttpResponse.BodyHandlers.discarding())
          .headers()
          .firstValue("X-RateLimit-Remaining")
          .orElse("none");
    }
  }

  private static void awaitLine(ChildServer server, String text) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (server.errors().stream().noneMatch(line -> line.contains(text))) {
      assertThat(System.nanoTime()).as(text).isLessThan(end);
      Thread.onSpinWait();
    }
  }
}
