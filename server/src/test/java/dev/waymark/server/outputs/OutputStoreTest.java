package dev.waymark.server.outputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.server.GenerationRows;
import dev.waymark.server.SharedServer;
import dev.waymark.server.commits.Batch;
import dev.waymark.server.ids.AccountId;
import dev.waymark.server.ids.GenerationId;
import dev.waymark.server.providers.Media;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Outputs on a real PostgreSQL. */
class OutputStoreTest {
  private static final Duration RETENTION = Duration.ofHours(24);

  private final SharedServer server = SharedServer.get();
  private final Jdbi jdbi = server.jdbi();
  private final OutputStore store = server.bean(OutputStore.class);
  private final AccountId account = server.account(SharedServer.plan(0));

  @Property(tries = 50, shrinking = ShrinkingMode.BOUNDED)
  void a_part_is_the_same_bytes_as_of_the_whole(
      @ForAll @Size(min = 1, max = 300) byte[] content,
      @ForAll @IntRange(max = 299) int one,
      @ForAll @IntRange(max = 299) int other) {
    int first = Math.min(one, other) % content.length;
    int last = Math.max(first, Math.max(one, other) % content.length);
    Output output = stored(new Media(content, "image/png"));

    assertThat(content(output, new ByteRange(first, last)))
        .isEqualTo(Arrays.copyOfRange(content, first, last + 1));
    assertThat(content(output, ByteRange.whole(output.length()))).isEqualTo(content);
  }

  @Test
  void what_is_stored_is_described_as_it_is() {
    Output output = stored(new Media(new byte[] {1, 2, 3}, "image/png"));

    assertThat(output.length()).isEqualTo(3);
    assertThat(output.contentType()).isEqualTo("image/png");
    assertThat(output.expiresAt()).isEqualTo(server.clock().instant().plus(RETENTION));
  }

  @Test
  void a_name_is_an_unguessable_one_with_the_extension_of_its_type() {
    assertThat(stored(new Media(new byte[1], "image/png")).name())
        .matches("out_[A-Za-z0-9_-]{43}\\.png");
    assertThat(stored(new Media(new byte[1], "image/webp")).name())
        .matches("out_[A-Za-z0-9_-]{43}");
  }

  @Test
  void the_same_bytes_have_the_same_tag_and_other_bytes_another() {
    Output output = stored(new Media(new byte[] {1, 2}, "image/png"));

    assertThat(output.entityTag())
        .matches("\"[0-9a-f]{32}\"")
        .isEqualTo(stored(new Media(new byte[] {1, 2}, "image/png")).entityTag())
        .isNotEqualTo(stored(new Media(new byte[] {2, 1}, "image/png")).entityTag());
  }

  @Test
  void a_generation_has_one_output() {
    Output first = stored(new Media(new byte[] {1}, "image/png"));

    assertThatThrownBy(() ->
            jdbi.useTransaction(
                tx -> insert(tx, first.generation(), new Media(new byte[] {2}, "image/png"))))
        .hasMessageContaining("output_generation_id_key");
  }

  @Test
  void an_output_is_kept_to_the_very_end_of_its_time() {
    Output output = stored(new Media(new byte[] {1}, "image/png"));
    server.clock().moveTo(output.expiresAt().minusNanos(1000));
    jdbi.useTransaction(store::purge);

    assertThat(content(output, ByteRange.whole(1))).containsExactly(1);
  }

  @Test
  void at_the_end_of_its_time_the_bytes_are_dropped_and_the_name_is_remembered() {
    Output output = stored(new Media(new byte[] {1}, "image/png"));
    server.clock().moveTo(output.expiresAt());
    jdbi.useTransaction(store::purge);

    assertThat(content(output, ByteRange.whole(1))).isEmpty();
    assertThat(find(output.name())).contains(output);
  }

  private Output stored(Media media) {
    return jdbi.inTransaction(tx -> {
      GenerationId generation = GenerationRows.start(tx, account, 0).orElseThrow();
      insert(tx, generation, media);
      String name =
          tx.createQuery("SELECT name FROM output WHERE generation_id = ?")
              .bind(0, generation.value())
              .mapTo(String.class)
              .one();
      return store.find(tx, name).orElseThrow();
    });
  }

  /** Nothing if it was purged. */
  private byte[] content(Output output, ByteRange range) {
    return jdbi.withHandle(handle -> store.content(handle, output.name(), range))
        .orElse(new byte[0]);
  }

  private Optional<Output> find(String name) {
    return jdbi.withHandle(handle -> store.find(handle, name));
  }

  private void insert(Handle tx, GenerationId generation, Media media) {
    Batch batch = new Batch(server.clock().instant());
    batch.part(NewOutputs.KIND).add(store.prepare(generation, media), batch.now());
    batch.write(tx);
  }
}
