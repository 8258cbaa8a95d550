package dev.waymark.server.contract;

import io.micronaut.http.HttpRequest;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which attempt of one call a request is, where its sender counts them; for the log only. */
final class AttemptNumber {
  static final String HEADER = "X-Attempt";

  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,2}");

  private AttemptNumber() {}

  /** Empty for anything but one plain number from 1 to 999: nothing else may get into the log. */
  static Optional<String> of(HttpRequest<?> request) {
    return Optional.of(request.getHeaders().getAll(HEADER))
        .filter(sent -> sent.size() == 1)
        .map(sent -> sent.get(0))
        .filter(NUMBER.asMatchPredicate());
  }
}
