package dev.waymark.conformance.matrix;

import dev.waymark.conformance.contract.CatalogueRow;
import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.contract.Response;
import dev.waymark.conformance.wire.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One error of one operation, as callers depend on it.
 *
 * @param status 0 for an error that only a generation can have
 * @param shouldRetry what {@code X-Should-Retry} says: yes, no, or key, which is yes only with an
 *     Idempotency-Key
 * @param headers those that are always there, sorted
 * @param shapes that it comes in, sorted; a media type where it is none of the five
 */
public record Answer(
    int status,
    String code,
    String strategy,
    String shouldRetry,
    List<String> headers,
    List<String> shapes) {
  public Answer {
    headers = List.copyOf(headers);
    shapes = List.copyOf(shapes);
  }

  static Answer of(Operation operation, CatalogueRow row) {
    Optional<Response> response =
        operation.responses().stream().filter(one -> one.status() == row.status()).findFirst();
    return new Answer(
        row.status(),
        row.code(),
        row.strategy(),
        shouldRetry(operation, row),
        response.map(Answer::requiredHeaders).orElse(List.of()),
        response.map(Answer::shapes).orElse(List.of()));
  }

  /** A wait is known, and a resend cannot charge twice: a server that failed may have charged. */
  static String shouldRetry(Operation operation, CatalogueRow row) {
    boolean waits =
        List.of("after_delay", "backoff").contains(row.strategy()) || row.retry().has("after_ms");
    if (!waits || row.status() == 0) {
      return "no";
    }
    return row.status() == 500 && operation.takesIdempotencyKey() ? "key" : "yes";
  }

  private static List<String> requiredHeaders(Response response) {
    return response.node().path("headers").properties().stream()
        .filter(header ->
            response.operation().contract().resolve(header.getValue()).path("required").asBoolean())
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private static List<String> shapes(Response response) {
    return response.node().path("content").properties().stream()
        .map(content -> shape(content.getKey()))
        .sorted()
        .toList();
  }

  private static String shape(String mediaType) {
    return Arrays.stream(Shape.values())
        .filter(shape -> shape.mediaType().equals(mediaType))
        .map(Shape::errorFormat)
        .findFirst()
        .orElse(mediaType);
  }
}
