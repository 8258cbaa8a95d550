package dev.waymark.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.client.OutputServer.Fault;
import dev.waymark.client.retry.RetryPolicy;
import dev.waymark.errors.ErrorCode;
import dev.waymark.generated.client.Operation;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.yaml.snakeyaml.Yaml;

/** What one download leaves to the next one, and what several do at once. */
final class LeftPartTest {

  private final OutputServer server = OutputServer.ofPicture();
  private final byte[] picture = server.content();
  private final WaymarkClient once = server.client(RetryPolicy.none()).build();
  private final Path folder;
  private final Path file;

  LeftPartTest(@TempDir Path folder) {
    this.folder = folder;
    this.file = folder.resolve("lake.png");
  }

  @AfterEach
  void stop() {
    once.close();
    server.close();
  }

  @Test
  void what_a_failed_call_has_got_is_not_asked_for_again_by_the_next_one() {
    server.then(Fault.CUT, 50_000);
    assertThatThrownBy(() -> once.outputs().download(server.generation(), file))
        .isInstanceOf(AnswerUnknownException.class)
        .hasMessageContaining("Call again");
    assertThat(file).doesNotExist();

    List<Long> progress = new ArrayList<>();
    once.outputs().download(server.generation(), file, (bytes, total) -> progress.add(bytes));

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
  void many_downloads_to_one_file_at_once_all_end_well() throws Exception {
    for (int i = 0; i < 12; i++) {
      server.then(i % 2 == 0 ? Fault.CUT : Fault.NONE, 1000 * i);
    }
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try (WaymarkClient waymark =
        server
            .client(RetryPolicy.defaults().withPauses(Duration.ofMillis(1), Duration.ofMillis(5)))
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
}
