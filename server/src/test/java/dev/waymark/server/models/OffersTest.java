package dev.waymark.server.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.waymark.errors.ApiError;
import dev.waymark.errors.ApiException;
import dev.waymark.errors.ErrorCode;
import dev.waymark.server.access.ModelAccess;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Which of the built-in models a caller is offered, of which one is restricted. */
class OffersTest {
  private static final String RESTRICTED = "atlas-studio-1";
  private static final Catalogue CATALOGUE = Catalogue.read(new CatalogueSettings(""));

  private final Offers offers = new Offers(CATALOGUE);

  @Test
  void a_key_with_a_list_is_offered_what_it_lists_and_its_account_may_use() {
    ModelAccess listed =
        new ModelAccess(Set.of(), Optional.of(Set.of("atlas-1", RESTRICTED, "gone-1")));

    assertThat(slugs(listed)).containsExactly("atlas-1");
  }

  @Test
  void the_refusal_says_whether_it_is_the_account_or_the_key_that_lacks_the_model() {
    ModelAccess key = new ModelAccess(Set.of(RESTRICTED), Optional.of(Set.of("mosaic-1")));
    ModelAccess both = new ModelAccess(Set.of(), Optional.of(Set.of("mosaic-1")));

    assertThat(refusal(key, RESTRICTED).extras())
        .containsEntry("reason", "key")
        .containsEntry("nearest", "mosaic-1");
    assertThat(refusal(both, RESTRICTED).extras()).containsEntry("reason", "account");
    assertThat(refusal(both, "atlas-1").extras()).containsEntry("reason", "key");
  }

  @Test
  void where_nothing_may_be_used_nothing_is_nearest() {
    ModelAccess nothing = new ModelAccess(Set.of(), Optional.of(Set.of("gone-1")));

    assertThat(refusal(nothing, "atlas-1").extras()).doesNotContainKey("nearest");
    assertThat(slugs(nothing)).isEmpty();
  }

  @Property
  void what_is_listed_can_be_got_and_what_is_not_is_refused_with_what_is(
      @ForAll("access") ModelAccess access, @ForAll("slugs") String slug) {
    List<String> listed = slugs(access);

    if (listed.contains(slug)) {
      assertThatCode(() -> offers.get(access, slug)).doesNotThrowAnyException();
    } else {
      ApiError refusal = refusal(access, slug);
      assertThat(refusal.code())
          .isEqualTo(
              CATALOGUE.model(slug).isPresent()
                  ? ErrorCode.MODEL_NOT_ALLOWED
                  : ErrorCode.MODEL_NOT_FOUND);
      if (listed.isEmpty()) {
        assertThat(refusal.extras()).doesNotContainKey("nearest");
      } else {
        assertThat(refusal.extras().get("nearest")).isIn(listed);
      }
    }
  }

  @Provide
  Arbitrary<String> slugs() {
    return Arbitraries.of(
        Stream.concat(CATALOGUE.models().stream().map(Model::slug), Stream.of("gone-1", "atlas"))
            .toList());
  }

  @Provide
  Arbitrary<ModelAccess> access() {
    return Combinators.combine(slugs().set(), slugs().set().optional()).as(ModelAccess::new);
  }

  private List<String> slugs(ModelAccess access) {
    return offers.list(access, Optional.empty(), 100).entries().stream().map(Model::slug).toList();
  }

  private ApiError refusal(ModelAccess access, String slug) {
    return catchThrowableOfType(ApiException.class, () -> offers.get(access, slug)).error();
  }
}
