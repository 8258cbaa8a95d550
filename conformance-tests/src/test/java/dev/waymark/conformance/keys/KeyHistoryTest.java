package dev.waymark.conformance.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Generate;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.wire.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.Store;

/** Whatever is done to a key, it is what a simple model says, and gets what the model says. */
final class KeyHistoryTest {
  private static final String KEYS = "/api/v1/keys";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SOON = "SOON";
  private static final Duration UNTIL_SOON = Duration.ofMinutes(90);

  /** Of each field some values; one or more fields make a change. */
  private static final Map<String, List<String>> VALUES =
      Map.of(
          "name", List.of("\"one\"", "\"other\""),
          "scopes",
              List.of("[]", "[\"generations:write\"]", "[\"account:read\",\"generations:write\"]"),
          "models", List.of("null", "[\"studio-1\"]", "[\"atlas-1\",\"mosaic-1\"]"),
          "allowed_ips", List.of("null", "null", "[\"127.0.0.1\"]", "[\"203.0.113.0/24\"]"),
          "credits_per_month", List.of("null", "10", "25", "1000"),
          "expires_at", List.of("null", "\"2100-01-01T00:00:00Z\"", "\"" + SOON + "\""),
          "error_format", List.of("\"native\"", "\"typed\"", "\"problem\""));

  /** One for all tries, closed after the last. */
  private record Server(Subject subject) implements Store.CloseOnReset {
    @Override
    public void close() {
      subject.close();
    }
  }

  private final Subject subject =
      Store.getOrCreate(KeyHistoryTest.class, Lifespan.RUN, () -> new Server(Subject.start()))
          .get()
          .subject();

  /** What is done. */
  sealed interface Step {
    record Change(Map<String, String> values) implements Step {}

    record Revoke() implements Step {}

    record Hour() implements Step {}
  }

  @Property(tries = 60)
  @Rule({"KEY-15", "KEY-14", "KEY-09", "KEY-01"})
  void a_key_is_what_all_changes_make_of_it_and_is_answered_accordingly(
      @ForAll("histories") List<Step> steps) {
    awayFromTheMonthsEnd();
    Tenant tenant = subject.tenant("wide");
    JsonNode made = tenant.post(KEYS, "{\"name\":\"one\"}").json();
    Tenant key = tenant.withKey(made);
    String path = KEYS + "/" + key.keyId();
    KeyModel model = new KeyModel(made.path("api_key"));
    long spent = 0;
    for (Step step : steps) {
      switch (step) {
        case Step.Change change -> {
          String body = body(change.values());
          model.merge(read(body), spent, nextMonth());
          Exchange changed = tenant.patch(path, body);
          assertThat(changed.status()).as("%s", changed).isEqualTo(200);
          assertThat(sorted(changed.json())).isEqualTo(sorted(read(model.toString())));
        }
        case Step.Revoke _ -> {
          model.revoked(subject.time().instant());
          assertThat(sorted(tenant.delete(path).json())).isEqualTo(sorted(read(model.toString())));
        }
        case Step.Hour _ -> subject.time().pass(Duration.ofHours(1));
      }
      String expected = model.start(subject.time().instant());
      Exchange start = key.send(Generate.studio("x"));
      assertThat(start.code()).as("%s: %s", model, start).isEqualTo(expected);
      if (expected.isEmpty()) {
        tenant.await(start.json().path("generation_id").asText());
        spent += Generate.PRICE;
        model.spent();
      }
      assertThat(sorted(tenant.get(path).json())).isEqualTo(sorted(read(model.toString())));
    }
  }

  @Provide
  Arbitrary<List<Step>> histories() {
    Arbitrary<Step> change =
        Arbitraries.maps(
                Arbitraries.of(VALUES.keySet().stream().sorted().toList()),
                Arbitraries.integers().between(0, 11))
            .ofMinSize(1)
            .ofMaxSize(3)
            .map(choice -> {
              Map<String, String> values = new TreeMap<>();
              choice.forEach((field, number) -> {
                List<String> some = VALUES.getOrDefault(field, List.of());
                values.put(field, some.get(number % some.size()));
              });
              return new Step.Change(values);
            });
    return Arbitraries.frequencyOf(
            Tuple.of(10, change),
            Tuple.of(1, Arbitraries.just((Step) new Step.Revoke())),
            Tuple.of(2, Arbitraries.just((Step) new Step.Hour())))
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }

  private String body(Map<String, String> values) {
    String soon = subject.time().instant().plus(UNTIL_SOON).toString();
    return "{"
        + String.join(
            ",",
            values.entrySet().stream()
                .map(value -> "\"" + value.getKey() + "\":" + value.getValue().replace(SOON, soon))
                .toList())
        + "}";
  }

  /** A quota that begins anew in the middle of a history would be another test. */
  private void awayFromTheMonthsEnd() {
    if (Duration.between(subject.time().instant(), nextMonth()).toHours() < 48) {
      subject.time().pass(Duration.ofDays(3));
    }
  }

  private Instant nextMonth() {
    return YearMonth.from(subject.time().instant().atOffset(ZoneOffset.UTC))
        .plusMonths(1)
        .atDay(1)
        .atStartOfDay(ZoneOffset.UTC)
        .toInstant();
  }

  /** Scopes and models are sets: their order is nobody's promise. */
  private static Map<String, Object> sorted(JsonNode key) {
    Map<String, Object> fields = new TreeMap<>();
    key.properties()
        .forEach(field ->
            fields.put(
                field.getKey(),
                field.getValue().isArray()
                    ? field.getValue().valueStream().map(JsonNode::asText).sorted().toList()
                    : field.getValue()));
    return fields;
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError(json, e);
    }
  }
}
