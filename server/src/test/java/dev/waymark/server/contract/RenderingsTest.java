package dev.waymark.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.errors.ApiError;
import dev.waymark.errors.ErrorCode;
import dev.waymark.errors.Extra;
import dev.waymark.server.SharedServer;
import dev.waymark.server.ids.RequestId;
import dev.waymark.server.wallet.Credits;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The five bodies of an error, read back from the bytes that are sent. */
class RenderingsTest {
  private static final URI DOCS = URI.create("http://waymark/docs/errors/CODE");
  private static final RequestId REQUEST = new RequestId("req_01KAM3Q9T5X8Y2ZB4C6D7E8F9G");
  private static final Charge CHARGE = Charge.released(new Credits(20));
  private static final Set<String> STATUS_DETAILS =
      Set.of("error_code", "next", "docs_url", "request_id", "retry", "charge");

  /** Not for codes that never answer a call and have none. */
  private static final Set<Rendering> TELL_THE_STATUS = Set.of(Rendering.PROBLEM, Rendering.STATUS);

  private static final Set<String> NATIVE =
      Set.of("error", "message", "next", "docs_url", "request_id", "retry", "charge");

  private final ObjectMapper json = SharedServer.get().bean(ObjectMapper.class);
  private final Renderings renderings = SharedServer.get().bean(Renderings.class);
  private final Contract contract = SharedServer.get().bean(Contract.class);

  /** All that an error says, wherever a rendering puts it. */
  record Said(
      String code,
      String message,
      String next,
      String docs,
      String requestId,
      JsonNode retry,
      JsonNode charge,
      JsonNode extras) {}

  @Property
  void the_native_rendering_carries_all_of_every_error(@ForAll("errors") ApiError error) {
    JsonNode body = sent(error, Rendering.NATIVE);

    assertThat(
            new Said(
                body.path("error").asText(),
                body.path("message").asText(),
                body.path("next").asText(),
                body.path("docs_url").asText(),
                body.path("request_id").asText(),
                body.path("retry"),
                body.path("charge"),
                without(body, NATIVE)))
        .isEqualTo(all(error));
  }

  @Property
  void a_problem_carries_all_of_every_error_and_the_title_and_the_status(
      @ForAll("errors") ApiError error) {
    JsonNode body = sent(error, Rendering.PROBLEM);

    assertThat(
            new Said(
                body.path("code").asText(),
                body.path("detail").asText(),
                body.path("next").asText(),
                body.path("type").asText(),
                body.path("request_id").asText(),
                body.path("retry"),
                body.path("charge"),
                body.path("details")))
        .isEqualTo(all(error));
    assertThat(body.path("title").asText()).isEqualTo(error.code().title());
    assertThat(body.path("status").asInt()).isEqualTo(error.code().status());
    assertThat(body.path("instance").asText()).isEqualTo("urn:waymark:request:" + REQUEST);
  }

  @Property
  void the_status_rendering_carries_all_of_every_error_and_the_wait_of_the_header(
      @ForAll("errors") ApiError error) {
    JsonNode body = sent(error, Rendering.STATUS);
    JsonNode details = body.path("details");

    assertThat(
            new Said(
                details.path("error_code").asText(),
                body.path("error").asText(),
                details.path("next").asText(),
                details.path("docs_url").asText(),
                details.path("request_id").asText(),
                details.path("retry"),
                details.path("charge"),
                without(details, STATUS_DETAILS)))
        .isEqualTo(all(error));
    assertThat(body.path("code").asInt()).isEqualTo(error.code().status());
    assertThat(body.has("retry_after") ? body.path("retry_after").asText() : null)
        .isEqualTo(ErrorHeaders.of(error, DOCS, true).get("Retry-After"));
  }

  @Property
  void the_typed_rendering_carries_all_of_every_error_and_the_wrong_field(
      @ForAll("errors") ApiError error) {
    JsonNode body = sent(error, Rendering.TYPED).path("error");

    assertThat(
            new Said(
                body.path("type").asText(),
                body.path("message").asText(),
                body.path("next").asText(),
                body.path("docs_url").asText(),
                body.path("request_id").asText(),
                body.path("retry"),
                body.path("charge"),
                body.path("details")))
        .isEqualTo(all(error));
    assertThat(body.path("code")).isEqualTo(body.path("type"));
    assertThat(body.has("param")).isTrue();
    assertThat(body.path("param").isNull()).isEqualTo(!error.extras().containsKey("field"));
    assertThat(body.path("param").asText(null)).isEqualTo(error.extras().get("field"));
  }

  @Property
  void the_plain_rendering_carries_the_words_of_every_error_and_nothing_else(
      @ForAll("errors") ApiError error) {
    assertThat(sent(error, Rendering.PLAIN))
        .isEqualTo(json.createObjectNode().put("error", error.message() + " " + error.next()));
  }

  @ParameterizedTest
  @EnumSource
  void every_code_in_every_rendering_is_what_its_schema_says(ErrorCode code) {
    ApiError error = AnyError.of(code, 7000);

    for (Rendering rendering : Rendering.values()) {
      if (!code.jobOnly() || !TELL_THE_STATUS.contains(rendering)) {
        assertThat(contract.schema(schema(rendering)).check(sent(error, rendering))).isEmpty();
      }
    }
  }

  private static String schema(Rendering rendering) {
    return switch (rendering) {
      case NATIVE -> "Error";
      case PROBLEM -> "Problem";
      case STATUS -> "StatusError";
      case TYPED -> "TypedError";
      case PLAIN -> "PlainError";
    };
  }

  @ParameterizedTest
  @EnumSource
  void no_extra_hides_what_stands_beside_it(ErrorCode code) {
    assertThat(code.extras())
        .extracting(Extra::name)
        .doesNotContainAnyElementsOf(NATIVE)
        .doesNotContainAnyElementsOf(STATUS_DETAILS);
  }

  @Test
  void half_a_character_in_an_extra_loses_half_a_character_and_not_the_answer() {
    ApiError error =
        new ApiError(
            ErrorCode.MODEL_NOT_FOUND,
            Map.of("model", "x\ud83d"),
            AnyError.of(ErrorCode.MODEL_NOT_FOUND, 0).retry());

    assertThat(sent(error, Rendering.NATIVE).path("model").asText()).isEqualTo("x?");
  }

  private Said all(ApiError error) {
    return new Said(
        error.code().name(),
        error.message(),
        error.next(),
        DOCS.toString(),
        REQUEST.value(),
        tree(ErrorBody.retry(error.retry())),
        tree(Map.of("state", "released", "credits", 20)),
        tree(error.extras()));
  }

  private JsonNode sent(ApiError error, Rendering rendering) {
    return parsed(renderings.write(new AnsweredError(error, DOCS, REQUEST, CHARGE), rendering));
  }

  // Through bytes, so that numbers are of the kinds that the parser makes.
  private JsonNode tree(Object value) {
    try {
      return parsed(json.writeValueAsBytes(value));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private JsonNode parsed(byte[] bytes) {
    try {
      return json.readTree(bytes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonNode without(JsonNode object, Set<String> names) {
    ObjectNode copy = object.deepCopy();
    copy.remove(names);
    return copy;
  }

  @Provide
  Arbitrary<ApiError> errors() {
    return AnyError.any();
  }
}
