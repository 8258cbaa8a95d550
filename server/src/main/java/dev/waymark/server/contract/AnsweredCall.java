package dev.waymark.server.contract;

import io.micronaut.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;

/**
 * How a call ended.
 *
 * @param route the path as the contract writes it; nothing where the path is none of the contract's
 * @param code the error's code; nothing with a success
 * @param took never negative, whatever the clock did meanwhile
 */
public record AnsweredCall(
    HttpRequest<?> request,
    Call call,
    Optional<String> route,
    int status,
    Optional<String> code,
    Duration took) {
  public AnsweredCall {
    took = took.isNegative() ? Duration.ZERO : took;
  }
}
