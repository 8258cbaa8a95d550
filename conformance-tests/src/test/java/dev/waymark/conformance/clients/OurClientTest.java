package dev.waymark.conformance.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.client.CompletedGeneration;
import dev.waymark.client.Generation;
import dev.waymark.client.GenerationQuery;
import dev.waymark.client.GenerationRequest;
import dev.waymark.client.GenerationStatus;
import dev.waymark.client.WaymarkClient;
import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.subject.Tenant;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** From end to end, with what a user would have. */
@ExtendWith(SubjectExtension.class)
final class OurClientTest {
  private static final GenerationRequest LANDSCAPE =
      GenerationRequest.of("atlas-1", "a mountain lake at dusk, snow, deep blue");

  private final Subject subject;

  OurClientTest(Subject subject) {
    this.subject = subject;
  }

  @Test
  @Rule("CLI-01")
  void it_starts_awaits_lists_and_downloads_a_picture_of_the_right_size() throws IOException {
    try (WaymarkClient client = clientOf(subject.tenant())) {
      Generation started = client.generations().start(LANDSCAPE.with("aspect_ratio", "4:3"));
      Generation completed =
          client.generations().await(started, Duration.ofSeconds(50)).generation();
      assertThat(completed.status()).isEqualTo(GenerationStatus.COMPLETED);
      assertThat(client.generations().stream(GenerationQuery.all()))
          .extracting(Generation::id)
          .containsExactly(started.id());
      BufferedImage picture =
          ImageIO.read(new ByteArrayInputStream(client.outputs().bytes(completed)));
      assertThat(picture.getWidth()).isEqualTo(1024);
      assertThat(picture.getHeight()).isEqualTo(768);
    }
  }

  @Test
  @Rule("CLI-01")
  void it_cancels_what_it_has_started() {
    Tenant tenant = subject.tenant();
    try (WaymarkClient client = clientOf(tenant)) {
      Generation started =
          client.generations().start(GenerationRequest.of("studio-1", tenant.hold()));
      assertThat(client.generations().cancel(started).status())
          .isEqualTo(GenerationStatus.CANCELLED);
    }
    assertThat(tenant.wallet().balance()).isEqualTo(15_000);
  }

  @Test
  @Rule("CLI-01")
  void a_download_that_has_stopped_goes_on_with_the_next_call(@TempDir Path folder)
      throws IOException {
    try (WaymarkClient client = clientOf(subject.tenant())) {
      CompletedGeneration completed =
          client.generations().run(LANDSCAPE.with("resolution", "2K"), Duration.ofSeconds(50));
      Path file = folder.resolve("lake.png");
      assertThatThrownBy(() -> completed.download(file, OurClientTest::stopOnceSomethingHasCome))
          .isInstanceOf(CancellationException.class);
      assertThat(file).doesNotExist();

      List<Long> progress = new ArrayList<>();
      completed.download(file, (bytes, total) -> progress.add(bytes));

      assertThat(progress.getFirst()).isPositive();
      assertThat(progress.getLast()).isEqualTo(Files.size(file));
      assertThat(file).hasBinaryContent(completed.bytes());
    }
  }

  private static void stopOnceSomethingHasCome(long bytes, OptionalLong total) {
    if (bytes > 0 && bytes < total.orElseThrow()) {
      throw new CancellationException();
    }
  }

  private WaymarkClient clientOf(Tenant tenant) {
    return WaymarkClient.builder()
        .baseUrl(subject.wire().server().toString())
        .key(tenant.key())
        .build();
  }
}
