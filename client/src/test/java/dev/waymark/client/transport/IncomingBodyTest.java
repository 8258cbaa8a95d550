package dev.waymark.client.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

final class IncomingBodyTest {

  private static final int LENGTH = 20_000;

  private final CompletableFuture<Void> end = new CompletableFuture<>();

  @Property(tries = 100)
  void what_is_skipped_has_come(@ForAll @LongRange(min = -1, max = 2L * LENGTH) long most)
      throws IOException {
    try (IncomingBody body = body(LENGTH, Long.MAX_VALUE)) {
      long skipped = body.skip(most);

      assertThat(skipped).isEqualTo(Math.max(0, Math.min(most, LENGTH)));
      assertThat(body.readAllBytes()).hasSize((int) (LENGTH - skipped));
    }
  }

  @Example
  void what_is_missing_is_missed_by_who_skips() throws IOException {
    try (IncomingBody body = body(LENGTH + 1, Long.MAX_VALUE)) {
      assertThatThrownBy(() -> body.skip(Long.MAX_VALUE)).hasMessage("20000 of 20001 bytes came");
    }
  }

  @Example
  void nobody_skips_without_end() throws IOException {
    try (IncomingBody body = body(LENGTH, LENGTH - 1)) {
      assertThatThrownBy(() -> body.skip(LENGTH)).hasMessageContaining("larger than 19999 bytes");
    }
  }

  /** On Java 17 only a timer whose future was completed, and not cancelled, is let go. */
  @Example
  void closing_completes_the_end() throws IOException {
    IncomingBody body = body(LENGTH, Long.MAX_VALUE);
    body.endInSilence(Duration.ofHours(1));

    body.close();

    assertThat(end).isCompletedWithValue(null);
  }

  private IncomingBody body(long said, long mostBytes) {
    HttpHeaders headers =
        HttpHeaders.of(Map.of("Content-Length", List.of("" + said)), (name, value) -> true);
    return new IncomingBody(new ByteArrayInputStream(new byte[LENGTH]), headers, end, mostBytes);
  }
}
