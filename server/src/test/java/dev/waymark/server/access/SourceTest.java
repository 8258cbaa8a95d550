package dev.waymark.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.server.RunningServer;
import dev.waymark.server.SharedServer;
import dev.waymark.server.contract.Rendering;
import dev.waymark.server.ids.AccountId;
import dev.waymark.server.plans.Plans;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key that is limited to addresses, on a server without proxies and on one behind some. */
class SourceTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final SharedServer server = SharedServer.get();

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.0.0.0/8", "::ffff:127.0.0.1", "::ffff:127.0.0.0/104"})
  void a_key_is_let_in_from_an_address_that_it_allows(String allowed) throws Exception {
    assertThat(send(key("pro", List.of("2001:db8::/32", allowed))).statusCode()).isEqualTo(200);
  }

  @Test
  void a_key_is_refused_from_any_other_address_which_it_is_told() throws Exception {
    HttpResponse<String> refused = send(key("pro", List.of("203.0.113.0/24", "::1")));

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(json(refused).path("error").asText()).isEqualTo("IP_NOT_ALLOWED");
    assertThat(json(refused).path("ip").asText()).isEqualTo("127.0.0.1");
  }

  @Test
  void what_a_caller_writes_about_itself_is_not_believed() throws Exception {
    KeyText key = key("pro", List.of("203.0.113.0/24"));

    assertThat(send(key, "X-Forwarded-For", "203.0.113.7").statusCode()).isEqualTo(403);
  }

  @Test
  void the_address_goes_before_the_tier_and_the_key_before_the_address() throws Exception {
    KeyText locked = key("free", List.of("203.0.113.0/24"));
    KeyText revoked = key("pro", List.of("203.0.113.0/24"));
    server
        .jdbi()
        .useHandle(handle ->
            handle.execute(
                "UPDATE api_key SET revoked_at = created_at WHERE hash = ?", revoked.hash()));

    assertThat(code(send(locked))).isEqualTo("IP_NOT_ALLOWED");
    assertThat(code(send(revoked))).isEqualTo("KEY_REVOKED");
  }

  @Test
  void a_refused_address_counts_nothing_against_the_key() throws Exception {
    KeyText key = key("pro", List.of("203.0.113.0/24"));
    send(key);

    assertThat(send(key).headers().firstValue("X-RateLimit-Remaining")).hasValue("240");
  }

  @Test
  void behind_a_declared_proxy_the_caller_is_whom_the_proxy_names() throws Exception {
    KeyText key = key("pro", List.of("203.0.113.0/24"));
    try (RunningServer behind =
        server.beside(Map.of("waymark.proxies.trusted", "127.0.0.0/8,10.0.0.0/8"))) {
      assertThat(send(behind, key, "203.0.113.7, 10.0.0.2").statusCode()).isEqualTo(200);
      assertThat(send(behind, key, "198.51.100.1").statusCode()).isEqualTo(403);
      assertThat(code(send(behind, key, "203.0.113.7, 198.51.100.1, 10.0.0.2")))
          .isEqualTo("IP_NOT_ALLOWED");
      assertThat(json(send(behind, key, "203.0.113.7, garbage")).path("ip").asText())
          .isEqualTo("127.0.0.1");
    }
  }

  private KeyText key(String plan, List<String> allowed) {
    AccountId account = server.account(server.bean(Plans.class).get(plan));
    NewKey wanted =
        new NewKey(
            "a test's",
            Scope.OWN,
            Optional.empty(),
            Optional.of(allowed),
            Optional.empty(),
            Rendering.NATIVE);
    return server
        .jdbi()
        .inTransaction(tx -> server.bean(KeyStore.class).issue(tx, account, wanted).text());
  }

  private HttpResponse<String> send(KeyText key, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.uri().resolve("/api/v1/account"))
            .header("Authorization", "Bearer " + key.value());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> send(RunningServer to, KeyText key, String forwardedFor)
      throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(to.uri().resolve("/api/v1/account"))
            .header("Authorization", "Bearer " + key.value())
            .header("X-Forwarded-For", forwardedFor)
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static String code(HttpResponse<String> response) {
    return response.headers().firstValue("X-Error-Code").orElse("none");
  }

  private static JsonNode json(HttpResponse<String> response) throws IOException {
    return new ObjectMapper().readTree(response.body());
  }
}
