package dev.waymark.conformance.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods that a path has, and those it does not have. */
@ExtendWith(SubjectExtension.class)
final class MethodsTest {
  private final Subject subject;

  MethodsTest(Subject subject) {
    this.subject = subject;
  }

  static Stream<String> paths() {
    return Contract.read().operations().stream().map(Operation::path).distinct();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("paths")
  @Rule("HTTP-02")
  void a_method_that_a_path_does_not_have_is_refused_with_those_it_has(String path) {
    TreeSet<String> methods = new TreeSet<>(List.of("OPTIONS"));
    Contract.read().operations().stream()
        .filter(operation -> operation.path().equals(path))
        .forEach(operation -> methods.add(operation.method()));
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    String target = path.replaceAll("\\{[^}]+}", "x");
    List<String> others = new ArrayList<>(List.of("PUT", "DELETE", "PATCH", "TRACE", "BREW"));
    others.removeAll(methods);
    for (String method : others) {
      Exchange refused = subject.wire().send(Request.of(method, target));
      assertThat(refused.code()).as("%s", refused).isEqualTo("METHOD_NOT_ALLOWED");
      assertThat(refused.require("Allow")).isEqualTo(String.join(", ", methods));
      assertThat(refused.json().path("method").asText()).isEqualTo(method);
    }
  }

  @ParameterizedTest(name = "{0}")
  // Not "head": the HTTP layer takes it for HEAD and sends no body, so nothing could be read here.
  @ValueSource(strings = {"get", "Get", "options"})
  @Rule({"HTTP-02", "AUTH-01"})
  void a_method_in_other_capitals_is_another_one(String method) {
    Exchange refused = subject.wire().send(Request.of(method, "/api/v1/account"));
    assertThat(refused.code()).isEqualTo("METHOD_NOT_ALLOWED");
  }

  @Test
  @Rule({"HTTP-07", "ERR-05", "HTTP-11"})
  void head_of_a_path_that_leads_nowhere_still_tells_the_code() {
    Exchange refused = subject.wire().send(Request.of("HEAD", "/nowhere"));
    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.code()).isEqualTo("ROUTE_NOT_FOUND");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "/api/v1/account",
        "/api/v1/models",
        "/api/v1/generations",
        "/api/v1/models/studio-1"
      })
  @Rule("HTTP-07")
  void head_has_the_status_and_the_headers_of_get(String target) {
    var tenant = subject.tenant();
    Exchange head = tenant.send(Request.of("HEAD", target));
    Exchange get = tenant.get(target);
    assertThat(head.status()).isEqualTo(get.status());
    assertThat(head.headers().map().keySet())
        .containsAll(
            get.headers().map().keySet().stream()
                // What is known only once the body is made may be left out.
                .filter(name -> !name.equalsIgnoreCase("Content-Length"))
                .toList());
  }

  @Test
  @Rule({"HTTP-07", "ERR-05"})
  void head_of_a_refused_call_tells_the_code() {
    assertThat(subject.wire().send(Request.of("HEAD", "/api/v1/account")).code())
        .isEqualTo("UNAUTHORIZED");
  }
}
