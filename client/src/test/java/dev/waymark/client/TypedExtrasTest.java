package dev.waymark.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.client.transport.ErrorBody;
import dev.waymark.client.transport.Json;
import dev.waymark.errors.ErrorCode;
import dev.waymark.errors.Extra;
import dev.waymark.errors.Extras;
import dev.waymark.errors.InvalidParameter;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class TypedExtrasTest {

  @Property
  void every_example_of_the_contract_is_the_record_of_its_code(@ForAll("codes") ErrorCode code) {
    Optional<Extras> typed = read(example(code));

    assertThat(typed.map(Extras::errorCode))
        .isEqualTo(code.extras().isEmpty() ? Optional.empty() : Optional.of(code));
  }

  /** Whatever became of the body on its way, reading it is no exception. */
  @Property(tries = 2000)
  void a_mutilated_body_is_nothing_rather_than_an_exception(
      @ForAll("codes") ErrorCode code, @ForAll("mutilations") List<Mutilation> mutilations) {
    ObjectNode body = example(code);
    mutilations.forEach(mutilation -> mutilation.strike(body, code.extras()));

    Optional<Extras> typed = read(body);

    // What came through has all that its code must have.
    typed.ifPresent(
        extras -> assertThat(complete(body, extras.errorCode())).as("%s", body).isTrue());
  }

  @Property
  void a_missing_or_null_field_is_missed_exactly_where_it_is_not_optional(
      @ForAll("codes") ErrorCode code) {
    for (Extra extra : code.extras()) {
      ObjectNode without = example(code).without(extra.name());
      ObjectNode withNull = example(code).putNull(extra.name());

      assertThat(read(without).isPresent()).as("%s", extra).isEqualTo(extra.optional());
      assertThat(read(withNull)).isEqualTo(read(without));
    }
  }

  @Example
  void numbers_times_and_lists_are_what_they_are() {
    assertThat(read(Contract.example("RATE_LIMIT"))).contains(new Extras.RateLimit(240, 60));
    assertThat(read(Contract.example("KEY_EXPIRED")))
        .get()
        .isInstanceOfSatisfying(
            Extras.KeyExpired.class,
            expired ->
                assertThat(expired.expiredAt()).isBefore(Instant.parse("2100-01-01T00:00:00Z")));
    assertThat(read(Contract.example("INVALID_PARAMS")))
        .get()
        .isInstanceOfSatisfying(
            Extras.InvalidParams.class,
            wrong ->
                assertThat(wrong.errors())
                    .extracting(InvalidParameter::field)
                    .contains(wrong.field()));
  }

  /** A number beyond what the type holds is not cut to fit. */
  @Example
  void a_number_that_does_not_fit_is_not_one() {
    ObjectNode body = Contract.example("RATE_LIMIT");
    body.put("limit", new BigInteger("9223372036854775808"));

    assertThat(read(body)).isEmpty();
    assertThat(WaymarkError.from(ErrorBody.parse(Contract.text(body))).extras())
        .containsKey("limit");
  }

  @Example
  void a_code_that_is_not_known_has_none() {
    assertThat(read(Contract.example("RATE_LIMIT").put("error", "MOON_PHASE"))).isEmpty();
  }

  private static Optional<Extras> read(ObjectNode body) {
    return WaymarkError.from(ErrorBody.parse(Contract.text(body))).typedExtras();
  }

  /** Of a code that only generations have, the example stands on one. */
  private static ObjectNode example(ErrorCode code) {
    if (!code.jobOnly()) {
      return Contract.example(code.name());
    }
    return Stream.of(
            "FailedGeneration", "TimedOutGeneration", "BrokenGeneration", "ExpiredGeneration")
        .map(name -> Contract.example(name).withObject("/error"))
        .filter(error -> error.path("error").asText().equals(code.name()))
        .findFirst()
        .orElseThrow();
  }

  private static boolean complete(JsonNode body, ErrorCode code) {
    return code.extras().stream()
        .filter(extra -> !extra.optional())
        .allMatch(extra -> body.hasNonNull(extra.name()));
  }

  /** Puts a wrong value, or none, in the place of a field. */
  record Mutilation(int which, JsonNode value) {

    void strike(ObjectNode body, List<Extra> extras) {
      if (!extras.isEmpty()) {
        body.set(extras.get(which % extras.size()).name(), value);
      }
    }
  }

  @Provide
  Arbitrary<ErrorCode> codes() {
    return Arbitraries.of(Arrays.asList(ErrorCode.values()));
  }

  @Provide
  Arbitrary<List<Mutilation>> mutilations() {
    Arbitrary<JsonNode> values =
        Arbitraries.of(
                "null",
                "7",
                "-1",
                "1.5",
                "1e30",
                "true",
                "\"\"",
                "\"tomorrow\"",
                "[]",
                "[1]",
                "[null]",
                "[\"a\"]",
                "[{}]",
                "[{\"in\":1}]",
                "{}",
                "{\"a\":[]}",
                "9223372036854775808",
                "\"2026-11-21T10:00:00Z\"",
                "\"2026-13-41T99:00:00Z\"")
            .map(TypedExtrasTest::json);
    return Combinators.combine(Arbitraries.integers().between(0, 7), values)
        .as(Mutilation::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(3);
  }

  private static JsonNode json(String text) {
    try {
      return Json.mapper().readTree(text);
    } catch (JsonProcessingException impossible) {
      throw new IllegalArgumentException(impossible);
    }
  }
}
