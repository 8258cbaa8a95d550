package dev.waymark.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.client.ScriptedServer.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutputsTest {

  private static final String PICTURE = "\u0089PNG and so on";
  private static final String OUTPUT =
      "/api/v1/outputs/out_3qX9vK2mT8bL5nR7wZ1yJ4hF6dC0sA8pGkQeUiVxWtB.png";

  private final ScriptedServer server = new ScriptedServer();
  private final WaymarkClient waymark =
      server.client().downloadTimeout(Duration.ofMillis(300)).build();

  @SuppressWarnings("NullAway.Init")
  private Generation completed;

  @SuppressWarnings("NullAway.Init")
  @TempDir
  private Path folder;

  @SuppressWarnings("NullAway.Init")
  private Path file;

  @BeforeEach
  void complete() {
    server.answer(
        Answer.of(
            200, Contract.example("CompletedGeneration").put("output_url", server.url() + OUTPUT)));
    completed = waymark.generations().get("gen_1");
    file = folder.resolve("lake.png");
  }

  @AfterEach
  void stop() {
    waymark.close();
    server.close();
  }

  @Test
  void the_file_holds_the_output_and_nothing_else_is_left() throws IOException {
    server.answer(Answer.of(200, PICTURE));

    assertThat(waymark.outputs().download(completed, file)).usingCharset(UTF_8).hasContent(PICTURE);
    assertThat(folder).isDirectoryContaining("glob:**/lake.png");
    assertThat(files()).isEqualTo(1);
  }

  @Test
  void the_key_is_not_sent_along() {
    server.answer(Answer.of(200, PICTURE));

    waymark.outputs().bytes(completed);

    assertThat(server.last().path()).isEqualTo(OUTPUT);
    assertThat(server.last().headers()).doesNotContainKey("Authorization");
  }

  @Test
  void a_file_that_is_there_is_replaced() throws IOException {
    Files.writeString(file, "older and longer than the new one");
    server.answer(Answer.of(200, PICTURE));

    assertThat(waymark.outputs().download(completed, file)).usingCharset(UTF_8).hasContent(PICTURE);
  }

  @Test
  void an_output_that_is_cut_off_leaves_the_file_as_it_was() throws IOException {
    Files.writeString(file, "older");
    server.answer(Answer.of(200, PICTURE).cutOffBefore(5000));

    assertThatThrownBy(() -> waymark.outputs().download(completed, file))
        .isInstanceOf(UnansweredException.class);
    assertThat(file).usingCharset(UTF_8).hasContent("older");
    assertThat(files()).isEqualTo(1);
  }

  @Test
  void an_output_that_stops_half_way_is_not_waited_for_for_ever() throws IOException {
    server.answer(Answer.of(200, PICTURE).hangingBefore(5000));

    assertThatThrownBy(() -> waymark.outputs().download(completed, file))
        .isInstanceOf(UnansweredException.class)
        .hasCauseInstanceOf(HttpTimeoutException.class);
    assertThat(files()).isZero();
  }

  @Test
  void an_output_that_is_gone_says_so_and_leaves_no_file() throws IOException {
    server.answer(Answer.refusal(410, "OUTPUT_EXPIRED"));

    assertThatThrownBy(() -> waymark.outputs().download(completed, file))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("OUTPUT_EXPIRED");
    assertThat(files()).isZero();
  }

  @Test
  void a_folder_that_is_missing_is_an_input_output_error_before_any_call() {
    assertThatThrownBy(() -> waymark.outputs().download(completed, folder.resolve("no/lake.png")))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(server.received()).hasSize(1);
  }

  @Test
  void a_directory_is_not_a_file_to_write() {
    assertThatThrownBy(() -> waymark.outputs().download(completed, folder))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_stream_gives_the_output_as_it_comes() throws IOException {
    server.answer(Answer.of(200, PICTURE));

    try (InputStream output = waymark.outputs().open(completed)) {
      assertThat(output.readAllBytes()).isEqualTo(PICTURE.getBytes(UTF_8));
    }
  }

  @Test
  void what_is_not_finished_has_no_output() {
    server.answer(Answer.of(200, Contract.example("PendingGeneration")));
    Generation pending = waymark.generations().get("gen_1");

    assertThatThrownBy(() -> waymark.outputs().bytes(pending))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PENDING");
  }

  private long files() throws IOException {
    try (var all = Files.list(folder)) {
      return all.count();
    }
  }
}
