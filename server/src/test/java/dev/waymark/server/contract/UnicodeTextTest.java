package dev.waymark.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnicodeTextTest {

  @Property
  void a_text_is_unicode_if_and_only_if_utf_8_can_say_it(@ForAll("texts") String text) {
    assertThat(UnicodeText.isAll(TextNode.valueOf(text)))
        .isEqualTo(StandardCharsets.UTF_8.newEncoder().canEncode(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[1, [\"\\ud800\"]]", "{\"a\": {\"b\": \"\\udc00\"}}", "{\"\\ud800\": 1}"})
  void half_a_pair_is_found_at_any_depth(String body) throws JsonProcessingException {
    assertThat(UnicodeText.isAll(new ObjectMapper().readTree(body))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1, true, null, {\"a\": \"\\ud83d\\ude00\"}]", "{}", "\"😀\""})
  void whole_pairs_and_other_values_are_unicode(String body) throws JsonProcessingException {
    assertThat(UnicodeText.isAll(new ObjectMapper().readTree(body))).isTrue();
  }

  /** Any UTF-16, with many halves of pairs. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
            Arbitraries.chars().all(), Arbitraries.chars().range('\ud7f0', '\ue010'))
        .array(char[].class)
        .ofMaxSize(5)
        .map(String::new);
  }
}
