package dev.waymark.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The path that was probably meant, on the contract as it is. */
class NearestRouteTest {
  private static final Contract CONTRACT = new Contract();
  private static final NearestRoute NEAREST = new NearestRoute(CONTRACT.operations());
  private static final String ID = "gen_01KAM3Q9T5X8Y2ZB4C6D7E8F9G";

  @Property
  void a_path_with_one_slip_leads_back_to_its_route(
      @ForAll("operations") Operation operation,
      @ForAll @IntRange(max = 200) int place,
      @ForAll("slips") Slip slip,
      @ForAll @CharRange(from = 'a', to = 'z') char letter) {
    String path = path(operation);
    String slipped = slip.in(path, 1 + place % (path.length() - 1), letter);
    Assume.that(CONTRACT.methodsAt(slipped).isEmpty());

    assertLeadsTo(operation, slipped);
  }

  @Property
  void whatever_is_wrong_with_the_prefix_leads_back_to_its_route(
      @ForAll("operations") Operation operation, @ForAll("prefixes") String prefix) {
    Assume.that(operation.route().startsWith("/api/v1/"));
    String path = path(operation).replaceFirst("/api/v1", prefix);
    Assume.that(CONTRACT.methodsAt(path).isEmpty());

    assertLeadsTo(operation, path);
  }

  @Property
  void slashes_and_capitals_lead_back_to_its_route(
      @ForAll("operations") Operation operation, @ForAll @IntRange(min = 1, max = 3) int slashes) {
    String path = path(operation);
    assertLeadsTo(operation, path + "/".repeat(slashes));
    assertLeadsTo(operation, path.replace("/", "/".repeat(slashes + 1)));
    assertLeadsTo(operation, path.toUpperCase(Locale.ROOT));
  }

  @Property
  void a_path_of_nothing_but_other_letters_leads_nowhere(
      @ForAll
          @CharRange(from = 'w', to = 'z')
          @CharRange(from = '2', to = '9')
          @CharRange(from = '/', to = '/')
          String path) {
    assertThat(NEAREST.of("GET", "/" + path)).isEmpty();
  }

  @Property
  void whatever_the_path_the_answer_is_short_and_a_path_of_the_contract(
      @ForAll("paths") String path, @ForAll("operations") Operation operation) {
    NEAREST
        .of(operation.method(), path)
        .ifPresent(nearest -> {
          assertThat(nearest).hasSizeLessThanOrEqualTo(NearestRoute.LONGEST).matches("[!-~]+");
          assertThat(CONTRACT.methodsAt(nearest)).isNotEmpty();
        });
  }

  @ParameterizedTest
  @CsvSource({
    "GET,  /v1/models/atlas-1,               /api/v1/models/atlas-1",
    "GET,  /api/v2/models/atlas-1,           /api/v1/models/atlas-1",
    "GET,  /api/v1/model/atlas-1,            /api/v1/models/atlas-1",
    "GET,  /api/v1/models/atlas-1/versions,  /api/v1/models/atlas-1",
    "POST, /v1/images/generations,           /api/v1/generate",
    "POST, /api/v1/generation,               /api/v1/generate",
    "GET,  /api/v1/generation,               /api/v1/generations",
    "POST, /api/v1/generate/,                /api/v1/generate",
    "POST, /api/v1/jobs/gen_1/cancel,        /api/v1/generations/gen_1/cancel",
    "POST, /api/v1/generations/gen_1/cancle, /api/v1/generations/gen_1/cancel",
    "GET,  /api/v1/credits,                  /api/v1/account",
    "HEAD, /api/v1/acount,                   /api/v1/account",
    "GET,  /errors/RATE_LIMIT,               /api/v1/errors/RATE_LIMIT",
    "GET,  /docs/error/RATE_LIMIT,           /docs/errors/RATE_LIMIT",
    "GET,  /api/v1/docs/errors,              /docs/errors",
    "GET,  /api/v1/metrics,                  /metrics"
  })
  void what_was_meant_can_be_used_as_it_stands(String method, String path, String meant) {
    assertThat(NEAREST.of(method, path)).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"wm_live_4fTqf2", "%F0%9F", "-", "a b", "{x}"})
  void what_may_not_be_an_id_is_not_repeated(String segment) {
    assertThat(NEAREST.of("GET", "/v1/models/" + segment)).contains("/api/v1/models/{model}");
  }

  @Test
  void an_id_that_would_make_it_too_long_is_left_out() {
    String id = "x".repeat(64);
    assertThat(NEAREST.of("POST", "/v1/generations/" + id + "x/cancel"))
        .contains("/api/v1/generations/{generation_id}/cancel");
    assertThat(NEAREST.of("POST", "/v1/generations/" + id + "/cancel"))
        .contains("/api/v1/generations/" + id + "/cancel");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "", "/api", "/api/v1", "/favicon.ico", "/robots.txt", "/.env"})
  void a_path_that_is_like_no_other_leads_nowhere(String path) {
    assertThat(NEAREST.of("GET", path)).isEmpty();
  }

  enum Slip {
    LEFT_OUT,
    PUT_IN,
    CHANGED,
    SWAPPED;

    String in(String path, int place, char letter) {
      String before = path.substring(0, place);
      String after = path.substring(place + 1);
      return switch (this) {
        case LEFT_OUT -> before + after;
        case PUT_IN -> before + letter + path.substring(place);
        case CHANGED -> before + letter + after;
        case SWAPPED ->
            after.isEmpty()
                ? before
                : before + after.charAt(0) + path.charAt(place) + after.substring(1);
      };
    }
  }

  private static void assertLeadsTo(Operation operation, String path) {
    Optional<String> nearest = NEAREST.of(operation.method(), path);
    assertThat(nearest).as("%s %s", operation.method(), path).isPresent();
    assertThat(CONTRACT.operation(operation.method(), nearest.orElseThrow()))
        .as("%s %s leads to %s", operation.method(), path, nearest)
        .contains(operation);
  }

  private static String path(Operation operation) {
    return OperationReader.PLACEHOLDER.matcher(operation.route()).replaceAll(ID);
  }

  @Provide
  Arbitrary<Operation> operations() {
    return Arbitraries.of(CONTRACT.operations());
  }

  @Provide
  Arbitrary<Slip> slips() {
    return Arbitraries.of(Slip.values());
  }

  @Provide
  Arbitrary<String> prefixes() {
    Arbitrary<List<String>> parts =
        Arbitraries.of("/api", "/v1", "/v2", "/v10", "/API", "/V1", "/v1.1").list().ofMaxSize(4);
    return parts.map(list -> String.join("", list));
  }

  @Provide
  Arbitrary<String> paths() {
    Arbitrary<String> parts =
        Arbitraries.oneOf(
            Arbitraries.of("api", "v1", "generations", "generate", "models", "docs", "errors", ID),
            Arbitraries.strings().ascii().ofMaxLength(8),
            Arbitraries.strings().ofMaxLength(3));
    return Combinators.combine(parts.list().ofMaxSize(6), Arbitraries.of("/", "//"))
        .as((list, slash) -> "/" + String.join(slash, list));
  }
}
