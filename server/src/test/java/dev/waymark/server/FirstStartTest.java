package dev.waymark.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.server.accounts.FirstKeys;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an empty database is given, and what is said about it. */
final class FirstStartTest {
  @TempDir private Path folder;

  @Test
  void a_first_start_makes_a_live_and_a_test_key_of_the_demo_account_pinned_as_was_set()
      throws Exception {
    Map<String, Object> values = TestSettings.in(folder);
    values.put("waymark.demo.error-format", "plain");
    try (RunningServer server = Waymark.start(values)) {
      FirstKeys keys = server.firstKeys().orElseThrow();

      HttpResponse<String> live = account(server, keys.demo());
      HttpResponse<String> test = account(server, keys.test());

      assertThat(live.statusCode()).isEqualTo(200);
      assertThat(live.body()).contains("\"mode\":\"live\"", "\"error_format\":\"plain\"");
      assertThat(test.statusCode()).isEqualTo(403);
      assertThat(test.body()).startsWith("{\"error\":\"The plan free has no API access.");
      assertThat(keys.toString()).doesNotContain(keys.test());
      assertThat(StartMessage.of(server.uri(), Optional.of(keys)).lines())
          .anyMatch(line ->
              line.contains("curl") && line.contains("X-Test-Error") && line.contains(keys.test()));
    }
  }

  private static HttpResponse<String> account(RunningServer server, String key)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(server.uri().resolve("/api/v1/account"))
                .header("Authorization", "Bearer " + key)
                .header("X-Test-Error", "TIER_LOCKED")
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
