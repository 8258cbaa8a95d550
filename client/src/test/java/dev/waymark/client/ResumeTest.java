package dev.waymark.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.client.OutputServer.Fault;
import dev.waymark.client.retry.GaveUp;
import dev.waymark.client.retry.RetryPolicy;
import dev.waymark.client.retry.Retrying;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResumeTest {

  private final OutputServer server = OutputServer.ofPicture();
  private final byte[] picture = server.content();
  private final SteeredTime time = new SteeredTime();
  private final List<Retrying> retries = new ArrayList<>();
  private final WaymarkClient patient = client(RetryPolicy.defaults()).build();
  private final Path file;

  ResumeTest(@TempDir Path folder) {
    this.file = folder.resolve("lake.png");
  }

  @AfterEach
  void stop() {
    patient.close();
    server.close();
  }

  @Test
  void a_download_that_is_cut_off_goes_on_where_it_stopped() {
    server.then(Fault.CUT, 50_000).then(Fault.CUT, 70_000);

    patient.outputs().download(server.generation(), file);

    assertThat(file).hasBinaryContent(picture);
    assertThat(server.ranges()).containsExactly("null", "bytes=50000-", "bytes=120000-");
    assertThat(server.received())
        .extracting(headers -> headers.getFirst("If-Range"))
        .containsExactly(null, "\"v1\"", "\"v1\"");
  }

  @Test
  void its_attempts_are_numbered_waited_for_and_told() {
    server.then(Fault.CUT, 50_000).then(Fault.LIMIT, 0);

    patient.outputs().download(server.generation(), file);

    assertThat(server.received())
        .extracting(headers -> headers.getFirst("X-Attempt"))
        .containsExactly("1", "2", "3");
    assertThat(time.pauses()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1));
    assertThat(retries)
        .extracting(Retrying::operation, Retrying::attempt, Retrying::reason)
        .containsExactly(
            Tuple.tuple("getOutput", 2, "IOException"),
            Tuple.tuple("getOutput", 3, "429 RATE_LIMIT"));
  }

  @Test
  void no_attempt_carries_the_key() {
    server.then(Fault.CUT, 50_000).then(Fault.REFUSE, 0);

    patient.outputs().bytes(server.generation());

    assertThat(server.received())
        .hasSize(3)
        .allSatisfy(headers -> assertThat(headers.toString()).doesNotContain("secret"));
  }

  @Test
  void what_has_changed_meanwhile_begins_at_its_beginning() {
    server.then(Fault.CUT, 50_000).then(Fault.CHANGE, 120_000);

    patient.outputs().download(server.generation(), file);

    assertThat(file).hasBinaryContent(server.content()).hasSize(120_000);
  }

  @Test
  void a_server_that_has_nothing_after_what_is_there_is_asked_for_all_at_once() {
    server.then(Fault.CUT, 50_000).then(Fault.NO_RANGE_AFTER, 0);

    patient.outputs().download(server.generation(), file);

    assertThat(file).hasBinaryContent(picture);
    assertThat(server.ranges()).containsExactly("null", "bytes=50000-", "null");
    assertThat(time.pauses()).hasSize(1);
  }

  @Test
  void silence_is_a_cut() {
    server.then(Fault.HANG, 50_000);
    try (WaymarkClient waymark =
        client(RetryPolicy.defaults()).requestTimeout(Duration.ofMillis(200)).build()) {
      waymark.outputs().download(server.generation(), file);
    }

    assertThat(file).hasBinaryContent(picture);
    assertThat(server.ranges()).containsExactly("null", "bytes=50000-");
  }

  @Test
  void a_download_ends_when_its_time_is_over_and_not_when_that_of_other_calls_is() {
    RetryPolicy policy = RetryPolicy.defaults().withDeadline(Duration.ofMillis(1)).withAttempts(99);
    for (int i = 0; i < 20; i++) {
      server.then(Fault.LIMIT, 0);
    }
    try (WaymarkClient waymark = client(policy).downloadTimeout(Duration.ofSeconds(10)).build()) {
      assertThatThrownBy(() -> waymark.outputs().download(server.generation(), file))
          .isInstanceOfSatisfying(
              TryLaterException.class,
              failure -> {
                assertThat(failure.attempts().reason()).isEqualTo(GaveUp.DEADLINE);
                assertThat(failure.attempts().count()).isEqualTo(10);
              });
    }
  }

  @Test
  void what_is_gone_is_said_and_not_asked_for_again() {
    server.then(Fault.CUT, 50_000).then(Fault.EXPIRE, 0);

    assertThatThrownBy(() -> patient.outputs().download(server.generation(), file))
        .isInstanceOf(ActionNeededException.class)
        .hasMessageContaining("OUTPUT_EXPIRED");
    assertThat(server.received()).hasSize(2);
  }

  @Test
  void bytes_go_on_where_they_stopped() {
    server.then(Fault.CUT, 50_000);

    assertThat(patient.outputs().bytes(server.generation())).isEqualTo(picture);
    assertThat(server.ranges()).containsExactly("null", "bytes=50000-");
  }

  @Test
  void opening_is_tried_again_and_reading_is_not() throws IOException {
    server.then(Fault.REFUSE, 0).then(Fault.CUT, 50_000);

    try (InputStream output = patient.outputs().open(server.generation())) {
      assertThatThrownBy(output::readAllBytes).isInstanceOf(IOException.class);
    }
    assertThat(server.received()).hasSize(2);
  }

  private WaymarkClientBuilder client(RetryPolicy policy) {
    return server.client(policy).time(time).random(() -> 0).listener(retries::add);
  }
}
