package dev.waymark.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.server.SharedServer;
import dev.waymark.server.accounts.AccountStore;
import dev.waymark.server.contract.Rendering;
import dev.waymark.server.plans.Plans;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who calls is known before anything is judged, on a real server. */
class IdentityFilterTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String RENDERED_BY = "Content-Type";

  private final SharedServer server = SharedServer.get();

  @ParameterizedTest
  @EnumSource
  void a_refusal_before_authentication_is_rendered_as_the_key_is_pinned(Rendering rendering)
      throws Exception {
    KeyText key = key("pro", rendering);

    assertThat(send(get("/nowhere", key)).headers().firstValue(RENDERED_BY))
        .hasValue(rendering.mediaType());
    assertThat(send(request("/api/v1/account", key).DELETE()).headers().firstValue(RENDERED_BY))
        .hasValue(rendering.mediaType());
    assertThat(
            send(get("/api/v1/account", key).header("Accept", "text/html"))
                .headers()
                .firstValue(RENDERED_BY))
        .hasValue(rendering.mediaType());
  }

  @Test
  void the_refusal_of_a_revoked_key_is_rendered_as_it_is_pinned() throws Exception {
    KeyText key = key("pro", Rendering.TYPED);
    revoke(key);

    HttpResponse<String> refused = send(get("/api/v1/account", key));

    assertThat(refused.headers().firstValue("X-Error-Code")).hasValue("KEY_REVOKED");
    assertThat(json(refused).at("/error/type").asText()).isEqualTo("KEY_REVOKED");
    assertThat(json(refused).at("/error").has("param")).isTrue();
    assertThat(json(refused).at("/error/param").isNull()).isTrue();
  }

  @Test
  void accept_goes_before_the_key_and_both_say_nothing_of_a_success() throws Exception {
    KeyText key = key("pro", Rendering.PLAIN);

    assertThat(
            send(get("/nowhere", key).header("Accept", Rendering.PROBLEM.mediaType()))
                .headers()
                .firstValue(RENDERED_BY))
        .hasValue(Rendering.PROBLEM.mediaType());
    assertThat(
            send(get("/api/v1/account", key).header("Accept", Rendering.PROBLEM.mediaType()))
                .headers()
                .firstValue(RENDERED_BY))
        .hasValue("application/json");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /nowhere, 404, 240",
    "DELETE, /api/v1/account, 405, 240",
    "POST, /api/v1/quotes, 415, 240",
    "GET, /api/v1/errors/NONE, 404, 240",
    "GET, /api/v1/outputs/none, 404, 239",
    "HEAD, /nowhere, 404, 240"
  })
  void every_error_tells_a_valid_key_where_it_stands(
      String method, String path, int status, String remaining) throws Exception {
    KeyText key = key("pro", Rendering.NATIVE);

    HttpResponse<String> answer =
        send(
            request(path, key)
                .header("Content-Type", "text/plain")
                .method(method, HttpRequest.BodyPublishers.noBody()));

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("X-RateLimit-Limit")).hasValue("240");
    assertThat(answer.headers().firstValue("X-RateLimit-Remaining")).hasValue(remaining);
    assertThat(answer.headers().firstValue("RateLimit")).isPresent();
  }

  @Test
  void a_key_whose_plan_has_no_calls_stands_where_its_address_does() throws Exception {
    HttpResponse<String> refused = send(get("/api/v1/account", key("free", Rendering.NATIVE)));

    assertThat(refused.headers().firstValue("X-Error-Code")).hasValue("TIER_LOCKED");
    assertThat(refused.headers().firstValue("X-RateLimit-Limit")).hasValue("240");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nowhere", "/api/v1/errors", "/api/v1/errors/NONE"})
  void what_counts_against_nothing_tells_nothing_without_a_key(String path) throws Exception {
    HttpResponse<String> answer = send(HttpRequest.newBuilder(server.uri().resolve(path)));

    assertThat(answer.headers().map().keySet()).noneMatch(name -> name.contains("ratelimit"));
  }

  @Test
  void a_success_that_is_anyones_to_keep_tells_nothing_of_a_key() throws Exception {
    HttpResponse<String> answer = send(get("/api/v1/errors", key("pro", Rendering.NATIVE)));

    assertThat(answer.headers().map().keySet()).noneMatch(name -> name.contains("ratelimit"));
    assertThat(answer.headers().map().keySet()).doesNotContain("vary");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*/*",
        "application/*",
        "application/problem+json",
        "application/problem+json, application/json;q=0.1",
        "application/problem+json;q=0",
        "application/vnd.waymark.plain+json, */*;q=0.1",
        "application/vnd.waymark.typed+json, application/vnd.waymark.status+json"
      })
  void a_success_is_always_of_its_own_type(String accept) throws Exception {
    for (String method : List.of("GET", "HEAD")) {
      HttpResponse<String> answer =
          send(
              request("/api/v1/account", key("pro", Rendering.PROBLEM))
                  .header("Accept", accept)
                  .method(method, HttpRequest.BodyPublishers.noBody()));

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue(RENDERED_BY)).hasValue("application/json");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_head_has_the_headers_of_the_get_and_no_body(Rendering rendering) throws Exception {
    KeyText key = key("pro", rendering);

    HttpResponse<String> head =
        send(
            request("/api/v1/models/none", key)
                .method("HEAD", HttpRequest.BodyPublishers.noBody()));

    assertThat(head.statusCode()).isEqualTo(404);
    assertThat(head.headers().firstValue(RENDERED_BY)).hasValue(rendering.mediaType());
    assertThat(head.headers().firstValue("Vary")).hasValue("Accept, Authorization");
    assertThat(head.headers().firstValue("Link"))
        .hasValue(
            "<%s>; rel=\"help\"".formatted(server.uri().resolve("/docs/errors/MODEL_NOT_FOUND")));
    assertThat(head.body()).isEmpty();
  }

  private static JsonNode json(HttpResponse<String> response) throws Exception {
    return new ObjectMapper().readTree(response.body());
  }

  private HttpRequest.Builder request(String path, KeyText key) {
    return HttpRequest.newBuilder(server.uri().resolve(path))
        .header("Authorization", "Bearer " + key.value());
  }

  private HttpRequest.Builder get(String path, KeyText key) {
    return request(path, key).GET();
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private KeyText key(String plan, Rendering rendering) {
    return server
        .jdbi()
        .inTransaction(tx -> {
          KeyText key =
              server
                  .bean(KeyStore.class)
                  .issue(
                      tx,
                      server
                          .bean(AccountStore.class)
                          .create(tx, "a test's", server.bean(Plans.class).get(plan), List.of()),
                      NewKey.of("a test's", Scope.OWN))
                  .text();
          tx.execute(
              "UPDATE api_key SET error_format = ? WHERE hash = ?",
              rendering.wireName(),
              key.hash());
          return key;
        });
  }

  private void revoke(KeyText key) {
    server
        .jdbi()
        .useHandle(handle ->
            handle.execute(
                "UPDATE api_key SET revoked_at = ? WHERE hash = ?",
                server.clock().instant().atOffset(ZoneOffset.UTC),
                key.hash()));
  }
}
