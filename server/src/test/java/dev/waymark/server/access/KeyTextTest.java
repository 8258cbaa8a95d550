package dev.waymark.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.server.SharedServer;
import dev.waymark.server.ids.Ids;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class KeyTextTest {
  private final KeyText minted = mint(Mode.LIVE);

  @Property
  void a_key_never_shows_in_words(@ForAll String text) {
    assertThat(List.of(new KeyText(text))).hasToString("[KeyText[secret]]");
  }

  @Property
  void two_keys_have_the_same_hash_only_if_they_are_the_same(
      @ForAll String one, @ForAll String other) {
    byte[] oneEncoded = one.getBytes(StandardCharsets.UTF_8);
    byte[] otherEncoded = other.getBytes(StandardCharsets.UTF_8);

    assertThat(Arrays.equals(new KeyText(one).hash(), new KeyText(other).hash()))
        .isEqualTo(Arrays.equals(oneEncoded, otherEncoded));
  }

  @Test
  void a_minted_key_has_256_random_bits() {
    assertThat(minted.value()).matches("wm_live_[A-Za-z0-9_-]{43}");
    assertThat(mint(Mode.TEST).value()).matches("wm_test_[A-Za-z0-9_-]{43}");
    assertThat(minted).isNotEqualTo(mint(Mode.LIVE));
  }

  @Test
  void every_minted_key_can_be_ours() {
    assertThat(minted.canBeOurs()).isTrue();
    assertThat(new KeyText(minted.value().replace("live", "test")).canBeOurs()).isTrue();
  }

  @Property
  void a_text_of_another_form_cannot_be_ours(@ForAll String text) {
    assertThat(new KeyText(text).canBeOurs()).isFalse();
    assertThat(new KeyText(minted.value() + text).canBeOurs()).isEqualTo(text.isEmpty());
    assertThat(new KeyText(text + minted.value()).canBeOurs()).isEqualTo(text.isEmpty());
  }

  @Property
  void one_other_character_and_a_text_cannot_be_ours(@ForAll char other) {
    String all = minted.value().substring(0, minted.value().length() - 1);

    assertThat(new KeyText(all + other).canBeOurs())
        .isEqualTo(String.valueOf(other).matches("[A-Za-z0-9_-]"));
  }

  @Test
  void what_is_shown_of_a_key_leaves_most_of_it_out() {
    assertThat(minted.prefix()).hasSize(12);
    assertThat(minted.value()).startsWith(minted.prefix());
    assertThat(mint(Mode.TEST).prefix()).matches("wm_test_[A-Za-z0-9_-]{4}");
  }

  private static KeyText mint(Mode mode) {
    return KeyText.mint(mode, SharedServer.get().bean(Ids.class));
  }
}
