package dev.waymark.server.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.server.access.ModelAccess;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BuiltInCatalogueTest {
  private static final Catalogue CATALOGUE = Catalogue.read(new CatalogueSettings(""));

  @Test
  void models_come_by_slug() {
    assertThat(CATALOGUE.models())
        .extracting(Model::slug)
        .containsExactly("atlas-1", "atlas-studio-1", "aurora-1", "mosaic-1");
  }

  @Test
  void every_file_of_the_folder_is_read() throws IOException, URISyntaxException {
    URL folder = Objects.requireNonNull(BuiltInCatalogueTest.class.getResource("/models"));
    try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              ModelFiles.BUILT_IN.stream().map(slug -> slug + ".yaml").toList());
    }
  }

  @Test
  void a_restricted_model_is_usable_only_where_it_is_enabled() {
    assertThat(CATALOGUE.usable(ModelAccess.ofAccount(Set.of())))
        .extracting(Model::slug)
        .containsExactly("atlas-1", "aurora-1", "mosaic-1");
    assertThat(CATALOGUE.usable(ModelAccess.ofAccount(Set.of("atlas-studio-1", "no-such-model"))))
        .isEqualTo(CATALOGUE.models());
  }

  @Test
  void an_unknown_model_is_not_found() {
    assertThat(CATALOGUE.model("atlas-9")).isEmpty();
  }

  @Test
  void what_a_model_hands_out_cannot_change_it() {
    Model model = CATALOGUE.models().getFirst();

    model.parameters().removeAll();
    model.settings().removeAll();

    assertThat(model).isEqualTo(Catalogue.read(new CatalogueSettings("")).models().getFirst());
  }
}
