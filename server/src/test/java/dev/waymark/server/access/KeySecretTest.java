package dev.waymark.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.waymark.server.SharedServer;
import io.micronaut.http.HttpRequest;
import java.security.SecureRandom;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What is sealed for a key is opened by it, and by nothing else. */
class KeySecretTest {
  private final SecureRandom random = new SecureRandom();

  @Property
  void what_is_sealed_is_opened_with_the_same_key_in_the_same_context(
      @ForAll("keys") KeyText key, @ForAll byte[] plain, @ForAll byte[] context) {
    byte[] sealed = secret(key).seal(plain, context);

    assertThat(secret(key).open(sealed, context)).hasValue(plain);
    assertThat(sealed).hasSize(plain.length + 28);
  }

  @Property
  void another_key_opens_nothing(
      @ForAll("keys") KeyText key,
      @ForAll("keys") KeyText other,
      @ForAll byte[] plain,
      @ForAll byte[] context) {
    Assume.that(!key.equals(other));

    assertThat(secret(other).open(secret(key).seal(plain, context), context)).isEmpty();
  }

  @Property
  void another_context_opens_nothing(
      @ForAll("keys") KeyText key,
      @ForAll byte[] plain,
      @ForAll byte[] context,
      @ForAll byte[] other) {
    Assume.that(!Arrays.equals(context, other));

    assertThat(secret(key).open(secret(key).seal(plain, context), other)).isEmpty();
  }

  @Property
  void a_single_changed_bit_opens_nothing(
      @ForAll("keys") KeyText key,
      @ForAll byte[] plain,
      @ForAll @IntRange(max = 1_000_000) int at) {
    byte[] sealed = secret(key).seal(plain, plain);
    int bit = at % (sealed.length * Byte.SIZE);
    sealed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);

    assertThat(secret(key).open(sealed, plain)).isEmpty();
  }

  @Property
  void what_was_never_sealed_is_not_opened(@ForAll @From("keys") KeyText key, @ForAll byte[] any) {
    assertThat(secret(key).open(any, new byte[0])).isEmpty();
  }

  @Test
  void the_same_is_never_sealed_the_same_twice() {
    KeySecret secret = secret(new KeyText("wm_live_key"));

    assertThat(secret.seal(new byte[8], new byte[0]))
        .isNotEqualTo(secret.seal(new byte[8], new byte[0]));
  }

  @Test
  void a_secret_tells_nothing_of_its_key() {
    assertThat(secret(new KeyText("wm_live_key"))).hasToString("KeySecret[secret]");
  }

  @Test
  void only_a_request_with_a_caller_has_a_secret() {
    KeySecrets secrets = SharedServer.get().bean(KeySecrets.class);

    assertThatIllegalStateException()
        .isThrownBy(
            () -> secrets.of(HttpRequest.GET("/").header("Authorization", "Bearer wm_live_key")));
  }

  @Test
  void the_secret_of_a_request_is_that_of_its_key() {
    HttpRequest<?> request = HttpRequest.GET("/").header("Authorization", "Bearer wm_live_key");
    SharedServer.get().caller(SharedServer.plan(0)).attachTo(request);
    byte[] sealed =
        SharedServer.get().bean(KeySecrets.class).of(request).seal(new byte[9], context());

    assertThat(secret(new KeyText("wm_live_key")).open(sealed, context())).hasValue(new byte[9]);
  }

  @Provide
  Arbitrary<KeyText> keys() {
    return Arbitraries.strings()
        .alpha()
        .numeric()
        .ofLength(43)
        .map(text -> new KeyText("wm_live_" + text));
  }

  private static byte[] context() {
    return new byte[] {1};
  }

  private KeySecret secret(KeyText key) {
    return new KeySecret(key, random);
  }
}
