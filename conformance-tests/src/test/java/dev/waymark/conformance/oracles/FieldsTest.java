package dev.waymark.conformance.oracles;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.conformance.wire.Request;
import dev.waymark.conformance.wire.Shape;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Under which clause one looks for what is wrong with a field. */
final class FieldsTest {
  @ParameterizedTest(name = "{0} {1} → {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "NATIVE | error | CODE",
        "NATIVE | message | TEXT",
        "NATIVE | next | TEXT",
        "NATIVE | docs_url | HELP",
        "NATIVE | request_id | REQUEST_ID",
        "NATIVE | retry.after_ms | RETRY",
        "NATIVE | charge | CHARGE",
        "NATIVE | limit | EXTRAS",
        "PROBLEM | type | HELP",
        "PROBLEM | detail | TEXT",
        "PROBLEM | code | CODE",
        "PROBLEM | title | RENDERING",
        "PROBLEM | status | RENDERING",
        "PROBLEM | instance | RENDERING",
        "PROBLEM | next | TEXT",
        "PROBLEM | retry | RETRY",
        "PROBLEM | details.limit | EXTRAS",
        "STATUS | error | TEXT",
        "STATUS | code | RENDERING",
        "STATUS | retry_after | RENDERING",
        "STATUS | details | RENDERING",
        "STATUS | details.error_code | CODE",
        "STATUS | details.next | TEXT",
        "STATUS | details.limit | EXTRAS",
        "STATUS | details.code | RENDERING",
        "STATUS | details.param | RENDERING",
        "TYPED | error | RENDERING",
        "TYPED | error.type | CODE",
        "TYPED | error.code | RENDERING",
        "TYPED | error.param | RENDERING",
        "TYPED | error.message | TEXT",
        "TYPED | error.details | EXTRAS",
        "TYPED | more.type | RENDERING",
        "PLAIN | error | TEXT",
        "PLAIN | more | RENDERING",
      })
  void a_field_belongs_to_its_clause_in_every_rendering(Shape shape, String path, Clause clause) {
    assertThat(Fields.clause(shape, List.of(path.split("\\.")))).isEqualTo(clause);
  }

  @Test
  void what_is_wrong_with_the_whole_body_belongs_to_the_body() {
    Stream.of(Shape.values())
        .forEach(shape -> assertThat(Fields.clause(shape, List.of())).isEqualTo(Clause.BODY));
  }

  @Test
  void a_member_that_a_schema_rules_out_is_odd_and_anything_else_is_broken() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.put("type", "object").put("additionalProperties", false).put("minProperties", 1);
    Schemas schemas = new Schemas(Reply.CONTRACT);
    Flaw more = schemas.violations(schema, schema.objectNode().put("x", 1)).getFirst();
    assertThat(more.path()).containsExactly("x");
    assertThat(more.breaks(Clause.BODY, "it: ").level()).isEqualTo(Level.SHOULD);
    Flaw less = schemas.violations(schema, schema.objectNode()).getFirst();
    assertThat(less.path()).isEmpty();
    assertThat(less.breaks(Clause.BODY, "it: ").level()).isEqualTo(Level.MUST);
  }

  @Test
  void every_clause_says_what_it_promises() {
    assertThat(Clause.values()).allMatch(clause -> clause.promise().length() > 20);
    assertThat(Clause.RETRY_AFTER.slug()).isEqualTo("retry-after");
  }

  @Test
  void a_check_knows_its_contract_and_what_a_request_is_for() {
    ContractCheck check = new ContractCheck(Reply.CONTRACT);
    assertThat(check.contract()).isSameAs(Reply.CONTRACT);
    assertThat(check.operation(Request.of("HEAD", "/api/v1/account?x=1")).orElseThrow().id())
        .isEqualTo("getAccount");
    assertThat(check.operation(Request.get("/api/v1/generations/gen_1")).orElseThrow().id())
        .isEqualTo("getGeneration");
    assertThat(check.operation(Request.post("/api/v1/generations/gen_1/cancel", ""))).isPresent();
    assertThat(check.operation(Request.get("/api/v1/generations/gen_1/x"))).isEmpty();
    assertThat(check.operation(Request.get("/api/v1/generations/"))).isEmpty();
    assertThat(check.operation(Request.of("TRACE", "/api/v1/account"))).isEmpty();
  }
}
