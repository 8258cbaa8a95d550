package dev.waymark.server.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  @Property
  void the_order_of_members_and_the_writing_of_numbers_do_not_matter(
      @ForAll("bodies") JsonNode body, @ForAll Random random) {
    assertThat(Fingerprint.of(Bodies.rewritten(body, random))).isEqualTo(Fingerprint.of(body));
  }

  @Property
  void white_space_does_not_matter(@ForAll("bodies") JsonNode body) throws JsonProcessingException {
    String compact = JSON.writeValueAsString(body);
    String spacious = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(body);

    assertThat(Fingerprint.of(JSON.readTree(spacious)))
        .isEqualTo(Fingerprint.of(JSON.readTree(compact)));
  }

  @Property
  void two_bodies_have_the_same_fingerprint_only_if_they_say_the_same(
      @ForAll("bodies") JsonNode one, @ForAll("bodies") JsonNode other) {
    boolean same = Bodies.same(one, other);

    assertThat(Arrays.equals(Fingerprint.of(one), Fingerprint.of(other))).isEqualTo(same);
  }

  @Property
  void no_two_texts_run_together(
      @ForAll @Size(min = 2, max = 4)
          List<@CharRange(from = '0', to = '9') @StringLength(max = 3) String> texts,
      @ForAll Random random) {
    List<String> cutElsewhere = cut(String.join("", texts), texts.size(), random);

    assertThat(Arrays.equals(Fingerprint.of(array(texts)), Fingerprint.of(array(cutElsewhere))))
        .isEqualTo(texts.equals(cutElsewhere));
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "7.0", "70e-1", "0.7E1", "7.000"})
  void seven_is_seven(String written) throws JsonProcessingException {
    assertThat(Fingerprint.of(JSON.readTree(written)))
        .isEqualTo(Fingerprint.of(JSON.readTree("7")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"7\"",
        "7.1",
        "-7",
        "70",
        "[7]",
        "{\"7\":7}",
        "true",
        "null",
        "\"\"",
        "[]",
        "{}"
      })
  void nothing_else_is_seven(String other) throws JsonProcessingException {
    assertThat(Fingerprint.of(JSON.readTree(other)))
        .isNotEqualTo(Fingerprint.of(JSON.readTree("7")));
  }

  @Test
  void texts_that_are_no_valid_unicode_differ_all_the_same() throws JsonProcessingException {
    byte[] halfOfAPair = Fingerprint.of(JSON.readTree("\"\\ud800\""));

    assertThat(halfOfAPair)
        .isNotEqualTo(Fingerprint.of(JSON.readTree("\"?\"")))
        .isNotEqualTo(Fingerprint.of(JSON.readTree("\"\\ud801\"")));
  }

  private static List<String> cut(String text, int count, Random random) {
    int[] ends = random.ints(count - 1, 0, text.length() + 1).sorted().toArray();
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int end : ends) {
      parts.add(text.substring(start, end));
      start = end;
    }
    parts.add(text.substring(start));
    return parts;
  }

  private static ArrayNode array(List<String> texts) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    texts.forEach(array::add);
    return array;
  }

  @Provide
  Arbitrary<JsonNode> bodies() {
    return Bodies.any();
  }
}
