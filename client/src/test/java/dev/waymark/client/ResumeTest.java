package dev.waymark.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.client.OutputServer.Fault;
import dev.waymark.client.retry.GaveUp;
import dev.waymark.client.retry.RetryPolicy;
import dev.waymark.client.retry.Retrying;
import dev.waymark.errors.ErrorCode;
import dev.waymark.generated.client.Operation;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.yaml.snakeyaml.Yaml;

final class ResumeTest {

  private final byte[] picture = picture();
  private final OutputServer server = new OutputServer(picture);
  private final SteeredTime time = new SteeredTime();
  private final List<Retrying> retries = new ArrayList<>();
  private final WaymarkClient patient = client(RetryPolicy.defaults()).build();
  private final WaymarkClient once = client(RetryPolicy.none()).build();

  @SuppressWarnings("NullAway.Init")
  @TempDir
  private Path folder;

  @SuppressWarnings("NullAway.Init")
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("lake.png");
  }

  @AfterEach
  void stop() {
    patient.close();
    once.close();
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
  void what_a_failed_call_has_got_is_not_asked_for_again_by_the_next_one() {
    server.then(Fault.CUT, 50_000);
    assertThatThrownBy(() -> once.outputs().download(server.generation(), file))
        .isInstanceOf(AnswerUnknownException.class)
        .hasMessageContaining("Call again");
    assertThat(file).doesNotExist();

    List<Long> progress = new ArrayList<>();
    patient.outputs().download(server.generation(), file, (bytes, total) -> progress.add(bytes));

    assertThat(file).hasBinaryContent(picture);
    assertThat(server.ranges()).containsExactly("null", "bytes=50000-");
    assertThat(progress).startsWith(50_000L).endsWith(200_000L);
    assertThat(folder).isDirectoryContaining(file::equals).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void a_process_that_was_killed_leaves_what_it_has_got_to_the_next_one() throws Exception {
    server.then(Fault.HANG, 150_000);
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                classPath(),
                Downloading.class.getName(),
                server.url(),
                file.toString())
            .inheritIO()
            .start();
    try {
      // The server has sent so much; the process says when it has it.
      Path told = folder.resolve("told");
      server.awaitHanging();
      while (process.isAlive() && !Files.exists(told)) {
        Thread.onSpinWait();
      }
    } finally {
      process.destroyForcibly().waitFor();
    }

    once.outputs().download(server.generation(), file);

    assertThat(file).hasBinaryContent(picture);
    assertThat(server.ranges()).containsExactly("null", "bytes=150000-");
  }

  /** Wherever the tests run from. */
  private static String classPath() {
    return Stream.of(
            Downloading.class,
            WaymarkClient.class,
            ErrorCode.class,
            Operation.class,
            ObjectMapper.class,
            JsonFactory.class,
            JsonInclude.class,
            Logger.class,
            Yaml.class)
        .map(one -> one.getProtectionDomain().getCodeSource().getLocation().getPath())
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** A program that downloads, until it is killed. */
  static final class Downloading {

    private Downloading() {}

    public static void main(String[] arguments) {
      try (WaymarkClient waymark =
          WaymarkClient.builder().baseUrl(arguments[0]).key("wm_test_secret").build()) {
        Path file = Path.of(arguments[1]);
        waymark
            .outputs()
            .download(
                OutputServer.completed(arguments[0] + OutputServer.PATH),
                file,
                (bytes, total) -> {
                  if (bytes == 150_000) {
                    touch(file.resolveSibling("told"));
                  }
                });
      }
    }

    private static void touch(Path file) {
      try {
        Files.createFile(file);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  @Test
  void another_output_to_the_same_file_begins_at_its_own_beginning() {
    server.then(Fault.CUT, 50_000);
    assertThatThrownBy(() -> once.outputs().download(server.generation(), file))
        .isInstanceOf(UnansweredException.class);

    once.outputs().download(OutputServer.completed(server.url() + OutputServer.PATH + "2"), file);

    assertThat(server.ranges()).containsExactly("null", "null");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
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
  void an_output_without_a_tag_leaves_nothing_behind() {
    server.then(Fault.NO_TAG, 0);

    assertThatThrownBy(() ->
            once.outputs()
                .download(
                    server.generation(),
                    file,
                    (bytes, total) -> {
                      if (bytes > 0) {
                        throw new IllegalStateException("the listener's own");
                      }
                    }))
        .hasMessage("the listener's own");

    assertThat(folder).isDirectoryNotContaining("glob:**.part");
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

  @Test
  void many_downloads_to_one_file_at_once_all_end_well() throws Exception {
    for (int i = 0; i < 12; i++) {
      server.then(i % 2 == 0 ? Fault.CUT : Fault.NONE, 1000 * i);
    }
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try (WaymarkClient waymark =
        WaymarkClient.builder()
            .baseUrl(server.url())
            .key("wm_test_secret")
            .retryPolicy(
                RetryPolicy.defaults().withPauses(Duration.ofMillis(1), Duration.ofMillis(5)))
            .build()) {
      Callable<Path> download = () -> waymark.outputs().download(server.generation(), file);
      for (Future<Path> one : threads.invokeAll(Collections.nCopies(16, download))) {
        assertThat(one.get()).hasBinaryContent(picture);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(folder).isDirectoryContaining(file::equals).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void a_part_that_another_download_works_on_is_left_to_it() throws Exception {
    server.then(Fault.HANG, 50_000);
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<Path> first = thread.submit(() -> once.outputs().download(server.generation(), file));
      server.awaitHanging();

      once.outputs().download(server.generation(), file);

      assertThat(file).hasBinaryContent(picture);
      assertThat(server.ranges()).containsExactly("null", "null");
      assertThat(first).isNotDone();
      assertThat(folder).isDirectoryContaining("glob:**.part");
    } finally {
      thread.shutdownNow();
    }
  }

  @Test
  void an_interrupt_ends_it_and_keeps_what_is_there() {
    assertThatThrownBy(() ->
            once.outputs()
                .download(
                    server.generation(),
                    file,
                    (bytes, total) -> {
                      if (bytes > 0) {
                        Thread.currentThread().interrupt();
                      }
                    }))
        .isInstanceOf(WaymarkInterruptedException.class);
    assertThat(Thread.interrupted()).isTrue();

    once.outputs().download(server.generation(), file);

    assertThat(server.ranges().get(1)).startsWith("bytes=");
    assertThat(file).hasBinaryContent(picture);
  }

  private WaymarkClientBuilder client(RetryPolicy policy) {
    return WaymarkClient.builder()
        .baseUrl(server.url())
        .key("wm_test_secret")
        .time(time)
        .random(() -> 0)
        .listener(retries::add)
        .retryPolicy(policy);
  }

  private static byte[] picture() {
    byte[] bytes = new byte[200_000];
    new Random(5).nextBytes(bytes);
    return bytes;
  }
}
