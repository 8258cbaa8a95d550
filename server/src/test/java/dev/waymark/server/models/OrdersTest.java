package dev.waymark.server.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.waymark.errors.ApiError;
import dev.waymark.errors.ApiException;
import dev.waymark.errors.ErrorCode;
import dev.waymark.server.access.ModelAccess;
import dev.waymark.server.contract.JsonSchema;
import dev.waymark.server.files.YamlFile;
import dev.waymark.server.wallet.Credits;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrdersTest {
  private static final ModelAccess ALL = ModelAccess.ofAccount(Set.of("atlas-studio-1"));
  private static final ModelAccess OPEN = ModelAccess.ofAccount(Set.of());
  private static final Catalogue CATALOGUE = Catalogue.read(new CatalogueSettings(""));
  private static final JsonSchema REQUEST =
      JsonSchema.of(
          YamlFile.builtIn("dev/waymark/openapi.yaml").content(),
          "#/components/schemas/GenerateRequest");

  private final Orders orders = new Orders(CATALOGUE, REQUEST, new Random(1));

  @Test
  void what_was_left_out_is_filled_in() {
    Order order = orders.read(body("model: mosaic-1, prompt: a fox, seed: 7"), OPEN);

    assertThat(order.model().slug()).isEqualTo("mosaic-1");
    assertThat(order.prompt()).isEqualTo("a fox");
    assertThat(order.parameters())
        .hasToString("{\"aspect_ratio\":\"1:1\",\"resolution\":\"1K\",\"seed\":7}");
    assertThat(order.price()).isEqualTo(new Credits(8));
  }

  @Test
  void a_seed_that_was_left_out_is_drawn_within_its_bounds() {
    Order order = orders.read(body("model: mosaic-1, prompt: a fox"), OPEN);

    assertThat(order.parameters().path("seed").isIntegralNumber()).isTrue();
    assertThat(order.parameters().path("seed").asLong()).isBetween(0L, 4294967295L);
  }

  @Test
  void an_integer_with_a_fraction_of_zero_is_an_integer() {
    assertThat(orders.read(body("model: aurora-1, prompt: a, duration: 7.0, seed: 1e2"), OPEN))
        .satisfies(order -> assertThat(order.parameters().path("duration")).hasToString("7"))
        .satisfies(order -> assertThat(order.parameters().path("seed")).hasToString("100"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          atlas-1        | 1K | 20
          atlas-1        | 2K | 40
          atlas-1        | 4K | 120
          mosaic-1       | 2K | 16
          aurora-1       | 1K | 12
          atlas-studio-1 | 4K | 240
          """)
  void the_price_is_that_of_the_matching_row(String model, String resolution, long credits) {
    String body = "model: %s, prompt: a, resolution: %s".formatted(model, resolution);

    assertThat(orders.read(body(body), ALL).price()).isEqualTo(new Credits(credits));
  }

  @Test
  void all_faults_are_named_at_once() {
    ApiError error =
        refusal("model: atlas-1, aspect_ratio: '7:7', resolution: 1, colour: red, seed: -1");

    assertThat(error.code()).isEqualTo(ErrorCode.INVALID_PARAMS);
    assertThat(error.extras())
        .containsEntry("field", "aspect_ratio")
        .containsEntry("reason", "must be one of 1:1, 16:9, 9:16, 4:3, 3:4");
    assertThat(faults(error))
        .containsExactly(
            "aspect_ratio must be one of 1:1, 16:9, 9:16, 4:3, 3:4",
            "colour is not a parameter of this model; it has aspect_ratio, resolution, seed",
            "prompt is missing",
            "resolution must be one of 1K, 2K, 4K",
            "seed must be a whole number from 0 to 4294967295");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          prompt: a                      | model is missing
          model: 7, prompt: a            | model must be text
          model: '', prompt: a           | model must not be empty
          model: atlas-1, prompt: ''     | prompt must not be empty
          model: atlas-1, prompt: ~      | prompt must be text
          model: aurora-1, prompt: a, duration: 2  | duration must be a whole number from 3 to 60
          model: aurora-1, prompt: a, duration: 61 | duration must be a whole number from 3 to 60
          model: aurora-1, prompt: a, duration: ~  | duration must be a whole number from 3 to 60
          """)
  void a_fault_is_told_by_its_field(String body, String fault) {
    assertThat(faults(refusal(body))).containsExactly(fault);
  }

  @Test
  void a_body_that_is_no_object_is_a_fault_of_the_whole() {
    ApiException refused =
        catchThrowableOfType(
            ApiException.class, () -> orders.read(JsonNodeFactory.instance.arrayNode(), OPEN));

    assertThat(faults(refused.error())).containsExactly("body must be an object");
  }

  @Test
  void a_prompt_may_be_as_long_as_the_model_allows_counted_in_code_points() {
    assertThat(orders.read(body("model: atlas-1, prompt: " + "😀".repeat(2000)), OPEN).prompt())
        .hasSize(4000);
    assertThat(faults(refusal("model: atlas-1, prompt: " + "😀".repeat(2001))))
        .containsExactly("prompt must be at most 2000 characters long");
  }

  @Test
  void a_model_may_take_shorter_prompts_than_the_contract() {
    Model model = CATALOGUE.models().getFirst();
    Model terse =
        new Model(
            "terse-1",
            "Terse",
            "Short.",
            Kind.IMAGE,
            "builtin",
            false,
            new ModelLimits(3, 60),
            model.parameters(),
            model.prices(),
            model.settings());
    Orders few = new Orders(new Catalogue(List.of(terse)), REQUEST, new Random(1));

    assertThat(few.read(body("model: terse-1, prompt: abc"), OPEN).prompt()).isEqualTo("abc");
    assertThat(faults(refusal(few, body("model: terse-1, prompt: abcd, seed: x"), OPEN)))
        .containsExactly(
            "prompt must be at most 3 characters long",
            "seed must be a whole number from 0 to 4294967295");
  }

  @Test
  void an_unknown_model_is_told_with_the_nearest() {
    ApiError error = refusal("model: atlas-9, prompt: a, colour: red");

    assertThat(error.code()).isEqualTo(ErrorCode.UNKNOWN_MODEL);
    assertThat(error.extras())
        .containsEntry("model", "atlas-9")
        .containsEntry("nearest", "atlas-1");
  }

  @Test
  void what_model_is_asked_for_is_judged_before_its_parameters() {
    assertThat(refusal("model: nothing").code()).isEqualTo(ErrorCode.UNKNOWN_MODEL);
    assertThat(refusal("model: atlas-studio-1").code()).isEqualTo(ErrorCode.MODEL_NOT_ALLOWED);
  }

  @Test
  void a_restricted_model_is_for_accounts_that_it_is_enabled_for() {
    String body = "model: atlas-studio-1, prompt: a";
    ApiError error = refusal(body);

    assertThat(error.code()).isEqualTo(ErrorCode.MODEL_NOT_ALLOWED);
    assertThat(error.extras())
        .containsEntry("model", "atlas-studio-1")
        .containsEntry("reason", "account")
        .containsEntry("nearest", "atlas-1");
    assertThat(orders.read(body(body), ALL).model().slug()).isEqualTo("atlas-studio-1");
  }

  @Test
  void a_key_with_a_list_of_models_is_held_to_it() {
    ModelAccess listed = new ModelAccess(Set.of("atlas-studio-1"), Optional.of(Set.of("mosaic-1")));
    ApiError error = refusal(orders, body("model: atlas-1, prompt: a"), listed);

    assertThat(error.code()).isEqualTo(ErrorCode.MODEL_NOT_ALLOWED);
    assertThat(error.extras()).containsEntry("reason", "key").containsEntry("nearest", "mosaic-1");
    assertThat(refusal(orders, body("model: atlas-9, prompt: a"), listed).extras())
        .containsEntry("nearest", "mosaic-1");
    assertThat(orders.read(body("model: mosaic-1, prompt: a"), listed).model().slug())
        .isEqualTo("mosaic-1");
  }

  @Test
  void an_order_cannot_be_changed_from_outside() {
    Order order = orders.read(body("model: atlas-1, prompt: a, seed: 1"), OPEN);

    order.parameters().removeAll();

    assertThat(order.parameters().size()).isEqualTo(3);
  }

  @Property
  void valid_parameters_always_have_exactly_one_price(@ForAll("validBodies") JsonNode body) {
    Order order = orders.read(body, ALL);

    assertThat(order.model().prices())
        .filteredOn(row -> row.matches(order.parameters()))
        .extracting(PriceRow::credits)
        .containsExactly(order.price());
  }

  @Property
  void filling_in_twice_changes_nothing(@ForAll("validBodies") JsonNode body) {
    Order once = orders.read(body, ALL);
    Order twice = orders.read(AnyJson.body(once.model(), once.parameters()), ALL);

    assertThat(twice.parameters()).isEqualTo(once.parameters());
  }

  @Property
  void any_body_gives_an_order_or_one_declared_error(@ForAll("anyBodies") JsonNode body) {
    try {
      assertThat(orders.read(body, OPEN).price()).isGreaterThan(Credits.ZERO);
    } catch (ApiException refused) {
      ApiError error = refused.error();
      assertThat(error.code())
          .isIn(ErrorCode.INVALID_PARAMS, ErrorCode.UNKNOWN_MODEL, ErrorCode.MODEL_NOT_ALLOWED);
      if (error.code() == ErrorCode.INVALID_PARAMS) {
        assertThat(faults(error))
            .isSorted()
            .doesNotHaveDuplicates()
            .first()
            .isEqualTo(error.extras().get("field") + " " + error.extras().get("reason"));
      }
    }
  }

  @Property
  void an_error_never_repeats_the_value_of_a_parameter(
      @ForAll @AlphaChars @StringLength(min = 12, max = 40) String secret) {
    String text = "wm_live_" + secret;
    String body =
        "model: aurora-1, prompt: [%1$s], aspect_ratio: %1$s, duration: %1$s, colour: %1$s"
            .formatted(text);

    assertThat(refusal(body).toString()).doesNotContain(secret);
  }

  @Provide
  Arbitrary<JsonNode> validBodies() {
    return Arbitraries.of(CATALOGUE.models())
        .flatMap(
            model -> AnyJson.parameters(model).map(parameters -> AnyJson.body(model, parameters)));
  }

  @Provide
  Arbitrary<JsonNode> anyBodies() {
    return Arbitraries.oneOf(
        AnyJson.values(), AnyJson.bodies(CATALOGUE.models()).map(body -> (JsonNode) body));
  }

  private ApiError refusal(String body) {
    return refusal(orders, body(body), OPEN);
  }

  private static ApiError refusal(Orders orders, JsonNode body, ModelAccess enabled) {
    return catchThrowableOfType(ApiException.class, () -> orders.read(body, enabled)).error();
  }

  private static List<String> faults(ApiError error) {
    return error.extras().get("errors") instanceof List<?> errors ? sentences(errors) : List.of();
  }

  private static List<String> sentences(List<?> errors) {
    return errors.stream()
        .map(entry -> (Map<?, ?>) entry)
        .map(entry -> entry.get("field") + " " + entry.get("reason"))
        .toList();
  }

  private static JsonNode body(String yaml) {
    return YamlFile.parse("body", "{" + yaml + "}").content();
  }
}
