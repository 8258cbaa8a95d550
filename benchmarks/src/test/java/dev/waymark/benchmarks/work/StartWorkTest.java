package dev.waymark.benchmarks.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartWorkTest {
  // As those of the benchmarks are: long rows of zeros.
  private static final List<String> KEYS =
      List.of("wm_live_0many" + "0".repeat(38), "wm_live_0many" + "0".repeat(37) + "1");

  @Test
  void no_idempotency_key_is_sent_twice_and_every_key_stays_what_it_is() {
    StartWork work = new StartWork("/api/v1", KEYS, "run-1");
    List<String> idempotencyKeys = new ArrayList<>();

    for (int call = 0; call < 1000; call++) {
      String request = new String(work.next(0), StandardCharsets.UTF_8);
      assertThat(request).contains("Authorization: Bearer " + KEYS.get(call % 2) + "\r\n");
      idempotencyKeys.add(
          request.lines().filter(line -> line.startsWith("Idempotency-Key: ")).findFirst().get());
    }

    assertThat(idempotencyKeys)
        .doesNotHaveDuplicates()
        .allMatch(key -> key.matches(".*: run-1-\\d{16}"));
  }
}
