package dev.waymark.server.generations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.server.SharedServer;
import dev.waymark.server.ids.GenerationId;
import dev.waymark.server.ids.Ids;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenerationIdTextTest {

  @Test
  void an_id_of_ours_is_read() {
    GenerationId id = SharedServer.get().bean(Ids.class).generation();

    assertThat(GenerationIdText.read(id.value())).contains(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "gen_",
        "gen_01",
        "req_01KAM3Q9T5X8Y2ZB4C6D7E8F9G",
        "gen_01kam3q9t5x8y2zb4c6d7e8f9g",
        "gen_01KAM3Q9T5X8Y2ZB4C6D7E8F9GG",
        "gen_01KAM3Q9T5X8Y2ZB4C6D7E8F9I",
        "gen_01KAM3Q9T5X8Y2ZB4C6D7E8F9U",
        "gen_01KAM3Q9T5X8Y2ZB4C6D7E8F9é"
      })
  void what_no_generation_can_have_is_not(String text) {
    assertThat(GenerationIdText.read(text)).isEmpty();
  }

  @Property
  void what_is_shown_of_a_text_is_its_beginning(@ForAll @StringLength(max = 100) String text) {
    assertThat(text).startsWith(GenerationIdText.shown(text));
    assertThat(GenerationIdText.shown(text)).hasSizeLessThanOrEqualTo(64);
  }

  @Test
  void a_character_is_shown_whole_or_not_at_all() {
    String shown = GenerationIdText.shown("a".repeat(63) + "😀");

    assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(shown)).isTrue();
  }
}
