package dev.waymark.server.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.server.providers.builtin.Scene;
import dev.waymark.server.providers.builtin.Style;
import dev.waymark.server.wallet.Credits;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BuiltInCatalogueTest {
  private static final Catalogue CATALOGUE = Catalogue.read(new CatalogueSettings("", ""));

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
    assertThat(CATALOGUE.usable(Set.of()))
        .extracting(Model::slug)
        .containsExactly("atlas-1", "aurora-1", "mosaic-1");
    assertThat(CATALOGUE.usable(Set.of("atlas-studio-1", "no-such-model")))
        .isEqualTo(CATALOGUE.models());
  }

  @Test
  void two_plans_have_the_api() {
    assertThat(CATALOGUE.plansWithApi())
        .containsExactly(
            new Plan("pro", "Pro", true, 240, 5, new Credits(15_000)),
            new Plan("ultimate", "Ultimate", true, 600, 20, new Credits(50_000)));
    assertThat(List.of("free", "standard"))
        .allSatisfy(slug -> assertThat(CATALOGUE.plan(slug).api()).isFalse());
  }

  @Test
  void an_unknown_plan_or_model_is_not_found() {
    assertThat(CATALOGUE.model("atlas-9")).isEmpty();
    assertThat(CATALOGUE.findPlan("gold")).isEmpty();
    assertThatThrownBy(() -> CATALOGUE.plan("gold")).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void what_a_model_hands_out_cannot_change_it() {
    Model model = CATALOGUE.models().getFirst();

    model.parameters().removeAll();
    model.settings().removeAll();

    assertThat(model).isEqualTo(Catalogue.read(new CatalogueSettings("", "")).models().getFirst());
  }

  @ParameterizedTest
  @MethodSource("models")
  void every_picture_that_can_be_ordered_can_be_painted(Model model) {
    assertThat(Style.values())
        .extracting(Style::name)
        .contains(model.settings().path("style").asText());
    for (var resolution : model.parameter("resolution").path("enum")) {
      int longSide = model.settings().path("long_side").path(resolution.asText()).asInt();
      for (var ratio : model.parameter("aspect_ratio").path("enum")) {
        PictureSize size = PictureSize.of(ratio.asText(), longSide);
        assertThat(List.of(size.width(), size.height()))
            .allSatisfy(
                side -> assertThat(side).isBetween(Scene.SHORTEST_SIDE, Scene.LONGEST_SIDE));
      }
    }
  }

  static List<Model> models() {
    return CATALOGUE.models();
  }
}
