package dev.waymark.conformance.mutants.clients;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.client.transport.Answer;
import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.drivers.Told;
import dev.waymark.conformance.faults.Reply;
import dev.waymark.conformance.judging.Answers;
import dev.waymark.conformance.judging.Pace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Changes to what a client takes in, and to what it tells. */
final class Answering {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Answer<byte[]> ACCEPTED = readAccepted();

  private Answering() {}

  static Answer<byte[]> with(Answer<byte[]> answer, String name, String value) {
    Map<String, List<String>> headers = new HashMap<>(without(answer, name).headers().map());
    headers.put(name, List.of(value));
    return new Answer<>(answer.status(), HttpHeaders.of(headers, (_, _) -> true), answer.body());
  }

  static Answer<byte[]> without(Answer<byte[]> answer, String name) {
    Map<String, List<String>> headers = new HashMap<>(answer.headers().map());
    headers.keySet().removeIf(name::equalsIgnoreCase);
    return new Answer<>(answer.status(), HttpHeaders.of(headers, (_, _) -> true), answer.body());
  }

  static Answer<byte[]> withBody(Answer<byte[]> answer, Consumer<ObjectNode> change) {
    ObjectNode body = object(new String(answer.body(), UTF_8));
    change.accept(body);
    return answer.with(body.toString().getBytes(UTF_8));
  }

  /** What the server would have answered, had it been the server. */
  static Answer<byte[]> accepted() {
    return ACCEPTED;
  }

  private static Answer<byte[]> readAccepted() {
    Contract contract = Contract.read();
    Reply reply = new Answers(contract, Pace.EXACT).success(contract.operation("startGeneration"));
    return new Answer<>(reply.status(), HttpHeaders.of(Map.of(), (_, _) -> true), reply.bytes());
  }

  static Told telling(Told told, Consumer<ObjectNode> change) {
    ObjectNode line = object(told.line());
    change.accept(line);
    return Told.of(line);
  }

  private static ObjectNode object(String text) {
    try {
      return (ObjectNode) JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
