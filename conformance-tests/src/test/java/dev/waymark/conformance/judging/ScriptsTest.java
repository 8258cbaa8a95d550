package dev.waymark.conformance.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.contract.CatalogueRow;
import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.faults.Call;
import dev.waymark.conformance.faults.Reply;
import dev.waymark.conformance.faults.Script;
import dev.waymark.conformance.oracles.ContractCheck;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What scripts give out as the server's is what the contract says; the kit is held to it too. */
final class ScriptsTest {
  private static final Contract CONTRACT = Contract.read();
  private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

  static Stream<ClientCase> ofCodes() {
    return new CodeCases(CONTRACT, Pace.REAL).all().stream();
  }

  @ParameterizedTest
  @MethodSource("ofCodes")
  void an_answer_with_a_code_keeps_the_contract(ClientCase one) {
    Operation operation = one.asks().getFirst().operation();
    Request request = request(one.asks().getFirst());
    Reply reply =
        ((Reply) one.script().steps().getFirst())
            .to(
                new Call(operation.method(), "", Map.of("idempotency-key", "k"), ""),
                NOW,
                "req_01KAM3Q9T5X8Y2ZB4C6D7E8F9G");
    Map<String, List<String>> headers = new HashMap<>();
    reply.headers().forEach((name, value) -> headers.put(name, List.of(value)));
    Exchange exchange =
        new Exchange(
            URI.create("http://127.0.0.1:8080"),
            request,
            reply.status(),
            HttpHeaders.of(headers, (_, _) -> true),
            reply.bytes(),
            NOW,
            NOW);

    assertThat(new ContractCheck(CONTRACT).violations(exchange)).isEmpty();
  }

  @Test
  void there_is_a_case_for_every_code_that_an_answer_can_have() {
    assertThat(ofCodes().map(one -> one.code().orElseThrow()))
        .containsExactlyElementsOf(
            CONTRACT.catalogue().stream()
                .filter(row -> row.status() > 0)
                .map(CatalogueRow::code)
                .toList());
  }

  @Test
  void every_script_has_a_name_of_its_own() {
    assertThat(ClientCases.scripts(CONTRACT)).extracting(Script::name).doesNotHaveDuplicates();
  }

  private static Request request(Ask ask) {
    Request request =
        Request.of(ask.operation().method(), ask.operation().examplePath())
            .with("Authorization", "Bearer " + Ask.KEY.value());
    return ask.operation().takesIdempotencyKey() ? request.with("Idempotency-Key", "k") : request;
  }
}
