package dev.waymark.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.errors.ApiException;
import dev.waymark.errors.ErrorCode;
import dev.waymark.server.SharedServer;
import dev.waymark.server.contract.Contract;
import dev.waymark.server.contract.Operation;
import dev.waymark.server.plans.Plans;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each operation that takes a key asks for the scope that the contract states. */
class ScopesTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final SharedServer server = SharedServer.get();
  private final ScopeCheck scopes = server.bean(ScopeCheck.class);

  static List<Operation> secured() {
    return SharedServer.get().bean(Contract.class).operations().stream()
        .filter(Operation::secured)
        .toList();
  }

  @Test
  void there_are_operations_for_every_scope() {
    assertThat(
            secured().stream()
                .map(Operation::scope)
                .flatMap(name -> Scope.byWireName(name).stream()))
        .containsAll(EnumSet.allOf(Scope.class));
  }

  @ParameterizedTest
  @MethodSource("secured")
  void a_key_that_lacks_only_the_scope_is_refused_and_one_that_has_only_it_is_not(
      Operation operation) {
    Scope needed = scope(operation);

    ApiException refusal =
        catchThrowableOfType(
            ApiException.class,
            () -> scopes.check(caller(EnumSet.complementOf(EnumSet.of(needed))), operation.id()));

    assertThat(refusal.error().code()).isEqualTo(ErrorCode.SCOPE_MISSING);
    assertThat(refusal.error().extras()).containsEntry("scope", operation.scope());
    assertThatCode(() -> scopes.check(caller(EnumSet.of(needed)), operation.id()))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("secured")
  void the_server_asks_every_operation_for_its_scope(Operation operation) throws Exception {
    Scope needed = scope(operation);

    HttpResponse<String> refused = call(operation, EnumSet.complementOf(EnumSet.of(needed)));
    HttpResponse<String> passed = call(operation, EnumSet.of(needed));

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(json(refused).path("error").asText()).isEqualTo("SCOPE_MISSING");
    assertThat(json(refused).path("scope").asText()).isEqualTo(operation.scope());
    assertThat(passed.headers().firstValue("X-Error-Code").orElse("none"))
        .isNotEqualTo("SCOPE_MISSING");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/models?limit=0, SCOPE_MISSING",
    "/api/v1/models?no=such, SCOPE_MISSING",
    "/api/v1/models/no-such-model, SCOPE_MISSING",
    "/api/v1/models?cursor=~, MALFORMED_REQUEST",
    "/api/v1/models?cursor=, MALFORMED_REQUEST"
  })
  void the_scope_goes_before_the_parameters_and_after_what_cannot_be_read(String path, String code)
      throws Exception {
    assertThat(
            send("GET", path, "", EnumSet.complementOf(EnumSet.of(Scope.MODELS_READ)))
                .headers()
                .firstValue("X-Error-Code"))
        .hasValue(code);
  }

  private HttpResponse<String> call(Operation operation, Set<Scope> had) throws Exception {
    return send(operation.method(), operation.exampleRoute(), body(operation), had);
  }

  private HttpResponse<String> send(String method, String path, String body, Set<Scope> had)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.uri().resolve(path))
            .header("Authorization", "Bearer " + key(had).value());
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    return HTTP.send(
        request
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  // Readable and incomplete: what passes the scope has no effect.
  private static String body(Operation operation) {
    return operation.consumes().isEmpty() ? "" : "{}";
  }

  private KeyText key(Set<Scope> had) {
    return server
        .jdbi()
        .inTransaction(tx ->
            server
                .bean(KeyStore.class)
                .issue(
                    tx,
                    server.account(server.bean(Plans.class).get("pro")),
                    NewKey.of("a test's", had))
                .text());
  }

  private Caller caller(Set<Scope> had) {
    Caller owner = server.caller(SharedServer.plan(0));
    ApiKey key = owner.key();
    return new Caller(
        owner.account(),
        owner.accountName(),
        owner.plan(),
        Set.of(),
        new ApiKey(
            key.id(),
            key.name(),
            key.prefix(),
            key.mode(),
            had,
            key.models(),
            key.allowedIps(),
            key.errorFormat(),
            key.createdAt(),
            key.expiresAt(),
            key.revokedAt()));
  }

  private static Scope scope(Operation operation) {
    return Scope.byWireName(operation.scope()).orElseThrow();
  }

  private static JsonNode json(HttpResponse<String> response) throws Exception {
    return new ObjectMapper().readTree(response.body());
  }
}
