package dev.waymark.client.downloads;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A part that a download works on stays locked for other processes. */
final class HeldPartsTest {

  private static final URI ADDRESS = URI.create("http://127.0.0.1/api/v1/outputs/out_1.png");
  private static final Optional<String> TAG = Optional.of("\"v1\"");

  private final HeldParts held = new HeldParts();

  @SuppressWarnings("NullAway.Init")
  @TempDir
  private Path folder;

  @Test
  void looking_for_parts_takes_no_lock_away_from_who_has_it() throws Exception {
    try (BesideFile first = begun()) {
      Path part = part();
      try (BesideFile second = beside()) {
        assertThat(second.size()).isZero();
      }

      assertThat(first.size()).isEqualTo(3);
      assertThat(canBeLockedByAnotherProcess(part)).isFalse();
    }
  }

  @Test
  void what_a_download_has_left_is_gone_on_with() throws Exception {
    begun().close();
    assertThat(canBeLockedByAnotherProcess(part())).isTrue();

    try (BesideFile next = beside()) {
      assertThat(next.size()).isEqualTo(3);
    }
  }

  private BesideFile begun() throws InterruptedException {
    BesideFile file = beside();
    file.restart(TAG);
    file.append(new byte[] {1, 2, 3}, 3);
    return file;
  }

  private BesideFile beside() {
    return new BesideFile(folder.resolve("lake.png"), ADDRESS, UUID::randomUUID, held);
  }

  private Path part() throws IOException {
    try (var all = Files.list(folder)) {
      return all.findFirst().orElseThrow();
    }
  }

  private static boolean canBeLockedByAnotherProcess(Path part) throws Exception {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                Locking.class.getProtectionDomain().getCodeSource().getLocation().getPath(),
                Locking.class.getName(),
                part.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).isZero();
    return Boolean.parseBoolean(said.strip());
  }

  /** A program that says whether it gets the lock. */
  static final class Locking {

    private Locking() {}

    public static void main(String[] arguments) throws IOException {
      try (FileChannel channel =
          FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE)) {
        System.out.println(channel.tryLock() != null);
      }
    }
  }
}
