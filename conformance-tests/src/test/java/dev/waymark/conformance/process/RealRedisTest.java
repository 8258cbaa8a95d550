package dev.waymark.conformance.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class RealRedisTest {
  @Test
  void it_answers_until_it_is_killed_and_comes_back_with_nothing_in_it() {
    try (RealRedis redis = RealRedis.start("sesame")) {
      redis.command("SET", "one", "1");
      assertThat(redis.command("GET", "one")).isEqualTo("$1\r\n1\r\n");

      redis.kill();
      assertThatThrownBy(() -> redis.command("PING")).isInstanceOf(UncheckedIOException.class);

      redis.restart();
      assertThat(redis.command("GET", "one")).isEqualTo("$-1\r\n");
      assertThat(redis.url()).isEqualTo("redis://:sesame@127.0.0.1:" + redis.port());
    }
  }
}
