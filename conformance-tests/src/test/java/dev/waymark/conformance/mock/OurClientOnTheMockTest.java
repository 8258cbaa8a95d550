package dev.waymark.conformance.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.waymark.client.RefusedException;
import dev.waymark.client.WaymarkClient;
import dev.waymark.client.retry.RetryPolicy;
import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.contract.Response;
import dev.waymark.conformance.contract.ResponseExample;
import dev.waymark.errors.ErrorCode;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who tries our client against the mock sees what the server would show. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OurClientOnTheMockTest {
  private MockServer mock;
  private AskingDoor door;
  private WaymarkClient client;

  @BeforeAll
  void start() {
    mock = MockServer.start();
    door = AskingDoor.to(mock.uri());
    client =
        WaymarkClient.builder()
            .baseUrl(door.uri().toString())
            .key("wm_live_anything")
            .retryPolicy(RetryPolicy.none())
            .build();
  }

  @AfterAll
  void stop() {
    client.close();
    door.close();
    mock.close();
  }

  static Stream<ClientCall> calls() {
    return ClientCall.all();
  }

  @ParameterizedTest
  @MethodSource("calls")
  void every_operation_succeeds(ClientCall call) {
    Operation operation = operation(call);
    Response success =
        operation.responses().stream().filter(one -> one.status() < 300).findFirst().orElseThrow();
    door.askFor("code=" + success.status());

    assertThat(call.make(client, door.uri())).isNotNull();

    Pattern path = Pattern.compile(operation.path().replaceAll("\\{[^}]*}", "[^/]+"));
    assertThat(door.calls())
        .isNotEmpty()
        .allSatisfy(made -> {
          assertThat(made).startsWith(operation.method() + " ");
          assertThat(made.substring(made.indexOf(' ') + 1)).matches(path);
        });
  }

  @ParameterizedTest
  @MethodSource("calls")
  void every_error_of_every_operation_is_an_exception_that_knows_it(ClientCall call) {
    assertThat(errors(operation(call)))
        .isNotEmpty()
        .allSatisfy(error -> {
          door.askFor("code=" + error.response().status() + ", example=" + error.name());

          Throwable thrown = catchThrowable(() -> call.make(client, door.uri()));

          assertThat(thrown).as("%s", error).isInstanceOf(RefusedException.class);
          RefusedException refusal = (RefusedException) thrown;
          ErrorCode code = ErrorCode.valueOf(error.name());
          assertThat(refusal.status()).isEqualTo(error.response().status());
          assertThat(refusal.knownCode()).contains(code);
          assertThat(refusal.next()).isEqualTo(error.value().path("next").asText());
          assertThat(refusal.requestId()).contains(error.value().path("request_id").asText());
          assertThat(refusal.retry().orElseThrow().strategy()).isEqualTo(code.strategy());
          assertThat(refusal.typedExtras().isPresent())
              .as("extras of %s", error)
              .isEqualTo(!code.extras().isEmpty());
        });
  }

  /** The calls are written by hand: this is for the day when the contract has one more. */
  @Test
  void no_operation_is_left_out() {
    assertThat(ClientCall.all().map(ClientCall::operation))
        .containsExactlyInAnyOrderElementsOf(
            Contract.read().operations().stream().map(Operation::id).toList());
  }

  private static Operation operation(ClientCall call) {
    return Contract.read().operation(call.operation());
  }

  private static Stream<ResponseExample> errors(Operation operation) {
    return operation.errors().stream()
        .flatMap(response -> response.examples().stream())
        .filter(example -> example.mediaType().equals("application/json"));
  }
}
