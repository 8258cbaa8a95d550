package dev.waymark.server.outputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class StoredContentTest {
  @Property(tries = 100)
  void any_range_is_read_to_the_byte(
      @ForAll @IntRange(min = 1, max = 900_000) int length, @ForAll long seed) throws IOException {
    byte[] stored = bytes(length, seed);
    Random random = new Random(seed);
    int first = random.nextInt(length);
    int last = first + random.nextInt(length - first);
    StoredContent content =
        new StoredContent(new ByteRange(first, last), range -> part(stored, range));

    assertThat(content.open()).isTrue();
    assertThat(content.readAllBytes()).isEqualTo(Arrays.copyOfRange(stored, first, last + 1));
  }

  @Example
  void an_output_that_is_gone_before_the_first_byte_is_not_opened() {
    assertThat(new StoredContent(ByteRange.whole(10), _ -> Optional.empty()).open()).isFalse();
  }

  @Example
  void an_output_that_is_purged_while_it_is_read_breaks_off() {
    byte[] stored = bytes(600_000, 1);
    AtomicInteger parts = new AtomicInteger();
    StoredContent content =
        new StoredContent(
            ByteRange.whole(600_000),
            range -> parts.incrementAndGet() == 1 ? part(stored, range) : Optional.empty());

    assertThat(content.open()).isTrue();
    assertThatThrownBy(content::readAllBytes).isInstanceOf(IOException.class);
  }

  private static Optional<byte[]> part(byte[] stored, ByteRange range) {
    return Optional.of(Arrays.copyOfRange(stored, (int) range.first(), (int) range.last() + 1));
  }

  private static byte[] bytes(int length, long seed) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }
}
