package dev.waymark.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.client.OutputServer.Fault;
import dev.waymark.client.OutputServer.Turn;
import dev.waymark.client.retry.RetryPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever the server does: all of the output, or what was there before. */
final class DownloadLawsTest {

  private static final byte[] OLDER = {1, 2, 3};
  private static final int LARGEST = 200_000;

  @Property(tries = 400)
  void a_file_is_the_whole_output_or_what_it_was_before(
      @ForAll @IntRange(max = LARGEST) int size, @ForAll("turns") List<Turn> turns)
      throws IOException {
    Path folder = Files.createTempDirectory("downloads");
    Path file = folder.resolve("lake.png");
    Files.write(file, OLDER);
    try (OutputServer server = serving(size, turns);
        WaymarkClient waymark = client(server, 3)) {
      Generation generation = server.generation();
      boolean there = false;
      while (!there) {
        boolean more = server.hasTurns();
        Told told = new Told();
        try {
          waymark.outputs().download(generation, file, told);
          there = true;
          told.endsWith(server.content().length);
        } catch (WaymarkException failure) {
          assertThat(more).as("something went wrong: %s", failure).isTrue();
          assertThat(file).hasBinaryContent(OLDER);
        }
      }
      assertThat(file).hasBinaryContent(server.content());
      assertThat(folder)
          .isDirectoryContaining(file::equals)
          .isDirectoryNotContaining("glob:**.part");
    } finally {
      delete(folder);
    }
  }

  @Property(tries = 200)
  void bytes_are_all_of_the_output_or_none(
      @ForAll @IntRange(max = LARGEST) int size, @ForAll("turns") List<Turn> turns) {
    try (OutputServer server = serving(size, turns);
        WaymarkClient waymark = client(server, 20)) {
      assertThat(waymark.outputs().bytes(server.generation())).isEqualTo(server.content());
    } catch (WaymarkException failure) {
      assertThat(turns).as("something went wrong: %s", failure).isNotEmpty();
    }
  }

  @Property(tries = 100)
  void with_an_honest_server_no_byte_is_asked_for_twice(
      @ForAll @IntRange(min = 1, max = LARGEST) int size, @ForAll("cuts") List<Turn> cuts)
      throws IOException {
    Path folder = Files.createTempDirectory("downloads");
    try (OutputServer server = serving(size, cuts);
        WaymarkClient waymark = client(server, 20)) {
      List<Long> got = new ArrayList<>();
      waymark
          .outputs()
          .download(server.generation(), folder.resolve("a"), (bytes, total) -> got.add(bytes));

      List<Long> asked =
          server.ranges().stream()
              .filter(range -> !range.equals("null"))
              .map(range -> Long.valueOf(range.replaceAll("[^0-9]", "")))
              .toList();
      assertThat(got).containsAll(asked);
      assertThat(asked).isSorted();
    } finally {
      delete(folder);
    }
  }

  @Provide
  Arbitrary<List<Turn>> turns() {
    return turn(Arbitraries.of(Fault.class).filter(fault -> fault != Fault.HANG))
        .list()
        .ofMaxSize(9);
  }

  @Provide
  Arbitrary<List<Turn>> cuts() {
    return turn(Arbitraries.of(Fault.CUT, Fault.REFUSE, Fault.LIMIT)).list().ofMaxSize(9);
  }

  private static Arbitrary<Turn> turn(Arbitrary<Fault> faults) {
    return Combinators.combine(faults, Arbitraries.integers().between(0, LARGEST)).as(Turn::new);
  }

  /** What a listener hears of one call. */
  private static final class Told implements DownloadProgress {

    private long last = -1;
    private OptionalLong total = OptionalLong.empty();

    @Override
    public void at(long bytes, OptionalLong of) {
      boolean another =
          of.isPresent() && (of.getAsLong() < last || (total.isPresent() && !of.equals(total)));
      assertThat(bytes).isGreaterThanOrEqualTo(another ? 0 : last);
      assertThat(bytes).isLessThanOrEqualTo(of.orElse(Long.MAX_VALUE));
      last = bytes;
      total = of;
    }

    void endsWith(long size) {
      assertThat(last).isEqualTo(size);
      assertThat(total).hasValue(size);
    }
  }

  private static OutputServer serving(int size, List<Turn> turns) {
    byte[] content = new byte[size];
    new Random(size).nextBytes(content);
    OutputServer server = new OutputServer(content);
    turns.forEach(turn -> server.then(turn.fault(), turn.at()));
    return server;
  }

  private static WaymarkClient client(OutputServer server, int attempts) {
    return WaymarkClient.builder()
        .baseUrl(server.url())
        .key("wm_test_secret")
        .time(new SteeredTime())
        .retryPolicy(RetryPolicy.defaults().withAttempts(attempts))
        .build();
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
