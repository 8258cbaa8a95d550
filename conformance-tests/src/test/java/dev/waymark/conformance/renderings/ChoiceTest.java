package dev.waymark.conformance.renderings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Generate;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import dev.waymark.conformance.wire.Shape;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which rendering a caller gets: the one it names, else the one its key is pinned to. */
@ExtendWith(SubjectExtension.class)
final class ChoiceTest {
  private static final String UNKNOWN = "/api/v1/generations/gen_unknown";

  private final Subject subject;

  ChoiceTest(Subject subject) {
    this.subject = subject;
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "application/problem+json | PROBLEM",
        "APPLICATION/Problem+JSON | PROBLEM",
        "application/problem+json;q=0.1, application/json | NATIVE",
        "application/problem+json;q=0.5, application/json;q=0.4 | PROBLEM",
        "application/problem+json;q=0.5, application/json;q=0.5 | PROBLEM",
        "application/vnd.waymark.typed+json;q=0.001, */* | TYPED",
        "application/problem+json;q=0.4, application/vnd.waymark.plain+json;q=0.5 | PLAIN",
        "application/vnd.waymark.plain+json ; q=0.5 , application/problem+json | PROBLEM",
        "application/vnd.waymark.status+json;charset=utf-8 | STATUS",
        "application/problem+json;q=0, application/json | NATIVE",
        "application/problem+json;q=0, application/vnd.waymark.typed+json;q=0.1 | TYPED",
        "application/json | NATIVE",
        "application/*+json, */* | NATIVE",
        "application/*, text/html | NATIVE",
        "*/* | NATIVE",
        "text/html, application/xhtml+xml, */*;q=0.8 | NATIVE",
      })
  @Rule({"REND-02", "REND-03"})
  void a_special_type_in_accept_wins_by_its_weight(String accept, Shape shape) {
    Exchange refused = subject.tenant().send(Request.get(UNKNOWN).with("Accept", accept));
    assertThat(Shape.of(refused)).as("%s", refused).contains(shape);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  @Rule("REND-03")
  void of_special_types_with_equal_weights_none_is_preferred_to_the_pinned_one(Shape pinned) {
    Tenant tenant = subject.tenant();
    tenant.pinTo(pinned);
    Request request =
        Request.get(UNKNOWN)
            .with("Accept", "application/problem+json, application/vnd.waymark.typed+json");
    assertThat(Shape.of(tenant.send(request))).contains(pinned);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  @Rule("REND-03")
  void the_special_types_may_stand_in_headers_of_their_own(Shape shape) {
    Request request =
        Request.get(UNKNOWN).with("Accept", "application/json").with("Accept", shape.mediaType());
    assertThat(Shape.of(subject.tenant().send(request))).contains(shape);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NATIVE")
  @Rule("REND-05")
  void a_special_type_alone_takes_any_success(Shape shape) {
    Tenant tenant = subject.tenant();
    assertThat(tenant.send(Request.get("/api/v1/account").with("Accept", shape.mediaType())))
        .satisfies(answer -> {
          assertThat(answer.status()).isEqualTo(200);
          assertThat(answer.mediaType()).isEqualTo("application/json");
        });
    assertThat(tenant.send(Generate.studio("x").with("Accept", shape.mediaType())).status())
        .isEqualTo(202);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  @Rule("REND-04")
  void a_pinned_key_gets_its_shape_from_callers_that_name_none(Shape shape) {
    Tenant tenant = pinned(shape);
    assertThat(Shape.of(tenant.get(UNKNOWN))).contains(shape);
    for (String accept : new String[] {"*/*", "application/json", "application/*, */*;q=0.1"}) {
      assertThat(Shape.of(tenant.send(Request.get(UNKNOWN).with("Accept", accept))))
          .as(accept)
          .contains(shape);
    }
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  @Rule("REND-04")
  void what_accept_names_beats_what_the_key_is_pinned_to(Shape pinned) {
    Tenant tenant = pinned(pinned);
    for (Shape named : Shape.values()) {
      Exchange refused = tenant.send(Request.get(UNKNOWN).with("Accept", named.mediaType()));
      assertThat(Shape.of(refused)).contains(named == Shape.NATIVE ? pinned : named);
    }
  }

  static Stream<Arguments> refusedBeforeTheKeyIsJudged() {
    String tooLarge = "x".repeat(65_537);
    return Stream.of(
        Arguments.of("ROUTE_NOT_FOUND", Request.get("/api/v1/nowhere")),
        Arguments.of("METHOD_NOT_ALLOWED", Request.of("DELETE", "/api/v1/account")),
        Arguments.of("NOT_ACCEPTABLE", Request.get("/api/v1/account").with("Accept", "text/csv")),
        Arguments.of("PAYLOAD_TOO_LARGE", Request.post(Generate.PATH, tooLarge)),
        Arguments.of("PAYLOAD_TOO_LARGE", Request.post(Generate.PATH, tooLarge).inChunks()),
        Arguments.of(
            "UNSUPPORTED_MEDIA_TYPE",
            Request.of("POST", Generate.PATH).with("Content-Type", "text/plain").withBody("x")),
        Arguments.of("ERROR_NOT_FOUND", Request.get("/api/v1/errors/NO_SUCH_CODE")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusedBeforeTheKeyIsJudged")
  @Rule("REND-06")
  void a_pinned_key_gets_its_shape_also_where_the_key_does_not_matter(
      String code, Request request) {
    for (Shape shape : Shape.values()) {
      Exchange refused = pinned(shape).send(request);
      assertThat(refused.code()).isEqualTo(code);
      assertThat(Shape.of(refused)).as("%s", refused).contains(shape);
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "revoked_at, KEY_REVOKED, PROBLEM",
    "revoked_at, KEY_REVOKED, PLAIN",
    "expires_at, KEY_EXPIRED, TYPED",
    "expires_at, KEY_EXPIRED, STATUS",
  })
  @Rule("REND-06")
  void a_key_that_is_no_longer_good_is_told_so_in_its_shape(
      String column, String code, Shape shape) {
    Tenant tenant = pinned(shape);
    tenant.update(
        "UPDATE api_key SET "
            + column
            + " = CAST(:value AS timestamptz) WHERE account_id = :account",
        "2020-01-01T00:00:00Z");
    for (String target : new String[] {"/api/v1/account", "/api/v1/nowhere"}) {
      Exchange refused = tenant.get(target);
      assertThat(refused.code()).isIn(code, "ROUTE_NOT_FOUND");
      assertThat(Shape.of(refused)).contains(shape);
    }
  }

  @Test
  @Rule("REND-06")
  void a_key_that_nobody_has_is_pinned_to_nothing() {
    Request request =
        Request.get("/api/v1/account").with("Authorization", "Bearer wm_live_" + "x".repeat(43));
    assertThat(Shape.of(subject.wire().send(request))).contains(Shape.NATIVE);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  @Rule({"REND-01", "HTTP-07"})
  void head_has_the_headers_of_its_rendering_and_no_body(Shape shape) {
    Exchange refused =
        subject.tenant().send(Request.of("HEAD", UNKNOWN).with("Accept", shape.mediaType()));
    assertThat(refused.code()).isEqualTo("GENERATION_NOT_FOUND");
    assertThat(refused.mediaType()).isEqualTo(shape.mediaType());
    assertThat(refused.body()).isEmpty();
  }

  private Tenant pinned(Shape shape) {
    Tenant tenant = subject.tenant();
    tenant.pinTo(shape);
    return tenant;
  }
}
