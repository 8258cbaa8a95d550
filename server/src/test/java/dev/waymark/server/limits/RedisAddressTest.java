package dev.waymark.server.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.server.settings.ConfigurationFault;
import io.lettuce.core.RedisURI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisAddressTest {
  @Test
  void an_address_in_full_is_read_in_full() {
    assertThat(RedisAddress.of("rediss://me:sesa%40me@redis.example.com:7000/3"))
        .isEqualTo(new RedisAddress(true, "redis.example.com", 7000, 3, "me", "sesa@me"));
  }

  @Test
  void what_an_address_leaves_out_is_the_usual() {
    assertThat(RedisAddress.of("redis://there"))
        .isEqualTo(new RedisAddress(false, "there", 6379, 0, "", ""));
    assertThat(RedisAddress.of("redis://:sesame@there/"))
        .isEqualTo(new RedisAddress(false, "there", 6379, 0, "", "sesame"));
  }

  @Test
  void the_client_is_told_all_of_it() {
    RedisURI uri = RedisAddress.of("rediss://there:7000/3").uri(Duration.ofSeconds(1));

    assertThat(uri.isSsl()).isTrue();
    assertThat(uri.isVerifyPeer()).isTrue();
    assertThat(uri.getPort()).isEqualTo(7000);
    assertThat(uri.getDatabase()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "there:6379",
        "http://:secret@there",
        "redis://:secret@",
        "redis://:secret@there:70000",
        "redis://:secret@there/one",
        "redis://:secret@there/0?timeout=1",
        "redis://:sec ret@there",
        "redis://:secret#@there"
      })
  void another_form_is_refused_and_its_password_not_repeated(String url) {
    assertThatThrownBy(() -> new RedisSettings(url, Duration.ofMillis(250)))
        .isInstanceOf(ConfigurationFault.class)
        .hasMessageContaining("redis://")
        .hasNoCause()
        .message()
        .doesNotContain("secret", "sec ret");
  }

  @Test
  void what_can_be_shown_has_no_secret() {
    String url = "redis://me:sesame@there";

    assertThat(RedisAddress.of(url)).hasToString("redis://there:6379/0");
    assertThat(new RedisSettings(url, Duration.ofMillis(250)).toString()).doesNotContain("sesame");
  }
}
