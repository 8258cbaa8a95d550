package dev.waymark.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.waymark.errors.ApiError;
import dev.waymark.errors.ErrorCode;
import dev.waymark.server.SharedServer;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/** Whole answers, and what they keep to themselves. */
class ErrorAnswersTest {
  private static final Logger LOGGER = (Logger) LoggerFactory.getLogger(Failures.class);
  private static final List<String> OF_THE_RENDERING = List.of("Content-Type", "X-Request-Id");

  private final SharedServer server = SharedServer.get();
  private final Calls calls = server.bean(Calls.class);
  private final ErrorAnswers answers = server.bean(ErrorAnswers.class);
  private final UnexpectedFailureHandler failures = server.bean(UnexpectedFailureHandler.class);

  @Property(tries = 200)
  void the_headers_are_the_same_in_all_renderings(@ForAll("errors") ApiError error) {
    Map<String, List<String>> expected = headers(answers.answer(get(Rendering.NATIVE), error));

    for (Rendering rendering : Rendering.values()) {
      assertThat(headers(answers.answer(get(rendering), error))).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_content_type_is_the_renderings_also_without_a_body(Rendering rendering) {
    HttpRequest<?> head = HttpRequest.HEAD("/nowhere").header("Accept", rendering.mediaType());
    ApiError error = AnyError.of(ErrorCode.ROUTE_NOT_FOUND, 0);

    HttpResponse<?> answer = answers.answer(head, error);

    assertThat(answer.header("Content-Type")).isEqualTo(rendering.mediaType());
    assertThat(answer.getBody()).isEmpty();
    assertThat(headers(answer)).isEqualTo(headers(answers.answer(get(rendering), error)));
  }

  @Test
  void the_next_page_that_was_announced_before_a_failure_is_not_told() {
    HttpRequest<?> request = get(Rendering.NATIVE);
    calls.of(request).answerWith("link", "</next>; rel=\"next\"");

    assertThat(
            answers
                .answer(request, AnyError.of(ErrorCode.INTERNAL_ERROR, 0))
                .getHeaders()
                .getAll("Link"))
        .singleElement()
        .asString()
        .endsWith("rel=\"help\"");
  }

  @Property(tries = 100)
  void whatever_fails_unexpectedly_every_rendering_says_the_same_and_nothing_of_the_cause(
      @ForAll("failures") Throwable failure, @ForAll Rendering rendering) {
    assertThat(failed(failure, rendering))
        .isEqualTo(failed(new IllegalStateException("another"), rendering))
        .doesNotContain("Exception", "SELECT", "java");
  }

  @Test
  void the_log_has_the_request_and_the_cause_of_an_unexpected_failure() {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    LOGGER.addAppender(log);
    try {
      HttpRequest<?> request = get(Rendering.PLAIN);
      failures.handle(request, new IllegalStateException("the cause"));

      assertThat(log.list)
          .singleElement()
          .satisfies(event -> {
            assertThat(event.getFormattedMessage()).startsWith(calls.of(request).id().value());
            assertThat(event.getThrowableProxy().getMessage()).isEqualTo("the cause");
          });
    } finally {
      LOGGER.detachAppender(log);
    }
  }

  /** Status, headers and body, without the one thing that is every call's own. */
  private String failed(Throwable failure, Rendering rendering) {
    HttpRequest<?> request = get(rendering);
    HttpResponse<?> answer = handledInSilence(request, failure);
    byte[] body = answer.getBody(byte[].class).orElseThrow();
    return (answer.code() + " " + headers(answer) + new String(body, StandardCharsets.UTF_8))
        .replace(calls.of(request).id().value(), "REQUEST");
  }

  // Hundreds of stack traces tell nobody anything.
  private HttpResponse<?> handledInSilence(HttpRequest<?> request, Throwable failure) {
    LOGGER.setLevel(Level.OFF);
    try {
      return failures.handle(request, failure);
    } finally {
      LOGGER.setLevel(null);
    }
  }

  private static HttpRequest<?> get(Rendering rendering) {
    return HttpRequest.GET("/nowhere").header("Accept", rendering.mediaType());
  }

  private static Map<String, List<String>> headers(HttpResponse<?> answer) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    answer.getHeaders().forEach((name, values) -> headers.put(name, new ArrayList<>(values)));
    headers.keySet().removeAll(OF_THE_RENDERING);
    return headers;
  }

  @Provide
  Arbitrary<ApiError> errors() {
    return AnyError.any().filter(error -> !error.code().jobOnly());
  }

  @Provide
  Arbitrary<Throwable> failures() {
    Arbitrary<String> messages =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(40),
            Arbitraries.of("SELECT prompt FROM generation", "/home/waymark/secret", "wm_live_key"));
    Arbitrary<Function<String, Throwable>> kinds =
        Arbitraries.of(
            IllegalStateException::new,
            NullPointerException::new,
            StackOverflowError::new,
            OutOfMemoryError::new,
            text -> new SQLException(text, "42601"),
            text -> new RuntimeException(text, new IllegalArgumentException(text)));
    return Combinators.combine(messages, kinds).as((text, kind) -> kind.apply(text));
  }
}
