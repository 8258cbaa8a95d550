package dev.waymark.server.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.errors.Errors;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Refuses what cannot be read at all (400): header syntax, a cursor that is none, and a body that
 * is not one JSON object.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class ReadabilityFilter implements Ordered {
  private static final String NUMBER_TOO_LARGE =
      "the body has a number whose exponent is beyond 400.";

  private final Calls calls;
  private final ObjectMapper json;

  ReadabilityFilter(Calls calls, ObjectMapper json) {
    this.calls = calls;
    this.json = json;
  }

  @Override
  public int getOrder() {
    return FilterOrder.READABILITY;
  }

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  void check(HttpRequest<?> request) {
    calls.reached(request).ifPresent(operation -> check(operation, request));
  }

  private void check(Operation operation, HttpRequest<?> request) {
    for (Parameter parameter : operation.parameters()) {
      if (parameter.in() == Parameter.In.HEADER && parameter.concernsAll()) {
        List<String> lines = request.getHeaders().getAll(parameter.name());
        checkHeader(parameter, lines);
        join(parameter, lines, request);
      }
    }
    for (Parameter parameter : operation.parameters()) {
      if (parameter.isCursor()) {
        checkCursor(parameter, request.getParameters().getAll(parameter.name()));
      }
    }
    if (operation.takesBody()) {
      checkBody(request);
    }
  }

  // A cursor is not the caller's to write: a wrong one was never a cursor.
  private static void checkCursor(Parameter cursor, List<String> values) {
    if (values.size() == 1) {
      String value = values.getFirst();
      if (!cursor.check(value).isEmpty() || Cursor.read(value).isEmpty()) {
        throw Cursor.unreadable();
      }
    }
  }

  private static void checkHeader(Parameter header, List<String> values) {
    // Fields that are lists by their definition may come in several lines (RFC 9110); ours are
    // single values.
    if (values.size() > 1 && header.singleValue()) {
      throw Errors.malformedRequest(
          "the header %s is there more than once.".formatted(header.name()));
    }
    for (String value : values) {
      for (Fault fault : header.check(value)) {
        throw Errors.malformedRequest("the header %s %s.".formatted(header.name(), fault.reason()));
      }
    }
  }

  // The framework hands an operation the first line only; several are one list (RFC 9110, 5.3).
  private static void join(Parameter header, List<String> lines, HttpRequest<?> request) {
    if (lines.size() > 1 && request.getHeaders() instanceof MutableHttpHeaders headers) {
      headers.set(header.name(), String.join(", ", lines));
    }
  }

  private void checkBody(HttpRequest<?> request) {
    byte[] body = RequestBody.of(request);
    if (body.length == 0) {
      throw Errors.malformedRequest("the body is missing; this operation takes a JSON object.");
    }
    JsonNode parsed = parsed(body);
    if (!parsed.isObject()) {
      throw Errors.malformedRequest("the body is not a JSON object.");
    }
    if (!ModerateNumbers.isAll(parsed)) {
      throw Errors.malformedRequest(NUMBER_TOO_LARGE);
    }
    if (!UnicodeText.isAll(parsed)) {
      throw Errors.malformedRequest(
          "the body has half of a surrogate pair, which is no character.");
    }
  }

  // Strictly UTF-8 (RFC 8259, section 8.1); the parser by itself would guess at other encodings.
  private JsonNode parsed(byte[] body) {
    try {
      return json.readTree(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
    } catch (JsonProcessingException e) {
      throw Errors.malformedRequest(UnreadableJson.reason(e));
    } catch (NumberFormatException e) {
      // What the parser throws for an exponent that is no int.
      throw Errors.malformedRequest(NUMBER_TOO_LARGE);
    } catch (CharacterCodingException e) {
      throw Errors.malformedRequest("the body is not UTF-8.");
    }
  }
}
