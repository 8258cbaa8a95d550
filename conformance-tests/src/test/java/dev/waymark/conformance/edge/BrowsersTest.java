package dev.waymark.conformance.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OPTIONS, and calls from pages. */
@ExtendWith(SubjectExtension.class)
final class BrowsersTest {
  private static final String PAGE = "https://app.example.com";

  private final Subject subject;
  private final RawLaws laws = new RawLaws();

  BrowsersTest(Subject subject) {
    this.subject = subject;
  }

  static Stream<String> paths() {
    return Contract.read().operations().stream().map(Operation::path).distinct();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("paths")
  @Rule({"CORS-01", "HTTP-11"})
  void options_tells_the_methods_of_a_path_without_a_key(String path) {
    TreeSet<String> methods = new TreeSet<>(Set.of("OPTIONS"));
    for (Operation operation : Contract.read().operations()) {
      if (operation.path().equals(path)) {
        methods.addAll(
            operation.method().equals("GET") ? Set.of("GET", "HEAD") : Set.of(operation.method()));
      }
    }
    RawAnswer answer = ask("OPTIONS " + path.replaceAll("\\{[^}]+}", "x"));
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("Allow")).hasValue(String.join(", ", methods));
    assertThat(answer.header("X-RateLimit-Limit")).isEmpty();
  }

  @Test
  @Rule("CORS-01")
  void options_of_a_path_that_leads_nowhere_leads_nowhere() {
    assertThat(ask("OPTIONS /api/v1/nothing").code()).isEqualTo("ROUTE_NOT_FOUND");
  }

  @Test
  @Rule("CORS-02")
  void a_preflight_is_told_every_header_that_an_operation_reads() {
    RawAnswer answer =
        ask(
            "OPTIONS /api/v1/generate",
            "Origin: " + PAGE,
            "Access-Control-Request-Method: POST",
            "Access-Control-Request-Headers: authorization, idempotency-key");
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("Access-Control-Allow-Origin")).hasValue("*");
    assertThat(answer.header("Access-Control-Allow-Methods")).hasValue("OPTIONS, POST");
    assertThat(answer.header("Access-Control-Max-Age")).isPresent();
    assertThat(names(answer, "Access-Control-Allow-Headers"))
        .contains("Authorization", "Content-Type", "X-Test-Error", "X-Attempt")
        .containsAll(
            Contract.read().operations().stream()
                .flatMap(operation -> operation.parameters().stream())
                .filter(parameter -> parameter.path("in").asText().equals("header"))
                .map(parameter -> parameter.path("name").asText())
                .toList());
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "GET /api/v1/errors/RATE_LIMIT",
        "GET /api/v1/account",
        "GET /nowhere",
        "PUT /api/v1/account",
        "GET /%zz",
        "GET no-path"
      })
  @Rule("CORS-03")
  void a_page_can_read_every_header_of_every_answer(String line) {
    RawAnswer answer = ask(line, "Origin: " + PAGE);
    assertThat(answer.header("Access-Control-Allow-Origin")).hasValue("*");
    assertThat(names(answer, "Access-Control-Expose-Headers"))
        .contains("X-Request-Id", "X-Error-Code", "X-Should-Retry", "Retry-After", "Link")
        .containsAll(
            Contract.read().document().at("/components/responses").findValues("headers").stream()
                .flatMap(headers -> headers.propertyStream().map(Map.Entry::getKey))
                .toList());
  }

  @Test
  @Rule("CORS-03")
  void an_answer_to_no_page_says_nothing_about_pages() {
    assertThat(ask("GET /api/v1/errors/RATE_LIMIT").headers())
        .noneMatch(header -> header.getKey().startsWith("access-control"));
  }

  @Test
  @Rule("CORS-04")
  void a_page_that_is_not_allowed_gets_the_answer_without_leave_to_read_it() {
    try (Subject choosy = subject.beside(Map.of("waymark.cors.origins", PAGE))) {
      URI server = choosy.server().uri();
      RawAnswer known = ask(server, "GET /api/v1/account", "Origin: " + PAGE);
      RawAnswer stranger = ask(server, "GET /api/v1/account", "Origin: https://evil.example");
      assertThat(known.header("Access-Control-Allow-Origin")).hasValue(PAGE);
      assertThat(stranger.code()).isEqualTo(known.code()).isEqualTo("UNAUTHORIZED");
      assertThat(stranger.headers())
          .noneMatch(header -> header.getKey().startsWith("access-control"));
      assertThat(Stream.of(known, stranger).map(answer -> names(answer, "Vary")))
          .allMatch(names -> names.containsAll(List.of("Origin", "Accept", "Authorization")));
    }
  }

  private RawAnswer ask(String line, String... headers) {
    return ask(subject.server().uri(), line, headers);
  }

  private RawAnswer ask(URI server, String line, String... headers) {
    String more =
        Arrays.stream(headers).map(header -> header + "\r\n").collect(Collectors.joining());
    String request = line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + more + "\r\n";
    List<RawAnswer> answers = RawConnection.answers(server, request);
    assertThat(answers).hasSize(1);
    laws.require(answers.getFirst());
    return answers.getFirst();
  }

  private static Set<String> names(RawAnswer answer, String header) {
    TreeSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    names.addAll(List.of(answer.header(header).orElse("").split(", ", -1)));
    return names;
  }
}
