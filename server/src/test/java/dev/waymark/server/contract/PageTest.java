package dev.waymark.server.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.waymark.errors.ApiException;
import dev.waymark.errors.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages and the cursors between them. */
class PageTest {

  @Property
  void going_through_a_list_in_memory_gives_every_entry_once_and_in_order(
      @ForAll("keys") Set<String> keys, @ForAll @IntRange(min = 1, max = 10) int limit) {
    List<String> all = List.copyOf(keys);

    assertThat(walk(all, limit, after -> Page.of(all, limit, after, Function.identity())))
        .isEqualTo(all);
  }

  @Property
  void going_through_a_store_gives_every_entry_once_and_in_order(
      @ForAll("keys") Set<String> keys, @ForAll @IntRange(min = 1, max = 10) int limit) {
    List<String> all = keys.stream().sorted().toList();

    assertThat(
            walk(
                all,
                limit,
                after ->
                    Page.of(
                        all.stream()
                            .filter(key -> after.isEmpty() || key.compareTo(after.get().key()) > 0)
                            .limit(limit + 1L)
                            .toList(),
                        limit,
                        Function.identity())))
        .isEqualTo(all);
  }

  @Property
  void a_cursor_comes_back_as_it_was_given(@ForAll("key") String key) {
    Cursor cursor = new Cursor(key);

    assertThat(Cursor.read(cursor.text())).contains(cursor);
  }

  @Property
  void a_cursor_can_stand_in_a_query_as_it_is(@ForAll("key") String key) {
    assertThat(new Cursor(key).text()).matches("[A-Za-z0-9_-]+");
  }

  @Property
  void any_text_is_a_cursor_of_ours_or_cannot_be_read(@ForAll String text) {
    try {
      assertThat(Cursor.read(text).orElseThrow().key()).matches("[A-Za-z0-9_.-]{1,128}");
    } catch (ApiException refusal) {
      assertThat(refusal.error().code()).isEqualTo(ErrorCode.MALFORMED_REQUEST);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a", "====", "a b", "gen_1", "Ö"})
  void a_text_that_is_no_cursor_cannot_be_read(String text) {
    assertThat(code(() -> Cursor.read(text))).isEqualTo(ErrorCode.MALFORMED_REQUEST);
  }

  @Test
  void a_cursor_that_holds_what_no_key_can_hold_cannot_be_read() {
    String text =
        Base64.getUrlEncoder().encodeToString("x' OR 1=1".getBytes(StandardCharsets.UTF_8));

    assertThat(code(() -> Cursor.read(text))).isEqualTo(ErrorCode.MALFORMED_REQUEST);
  }

  @Test
  void a_cursor_of_another_list_cannot_be_read() {
    Optional<Cursor> foreign = Optional.of(new Cursor("elsewhere"));

    assertThat(code(() -> Page.of(List.of("a", "b"), 1, foreign, Function.identity())))
        .isEqualTo(ErrorCode.MALFORMED_REQUEST);
  }

  @Test
  void a_cursor_that_was_not_sent_is_none() {
    assertThat(Cursor.read(null)).isEmpty();
  }

  @Test
  void entries_of_a_page_do_not_change_any_more() {
    List<String> entries = new ArrayList<>(List.of("a"));
    Page<String> page = new Page<>(entries, Optional.empty());
    entries.add("b");

    assertThat(page.entries()).containsExactly("a");
    assertThatThrownBy(() -> page.entries().add("c"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private static List<String> walk(
      List<String> all, int limit, Function<Optional<Cursor>, Page<String>> pages) {
    List<String> seen = new ArrayList<>();
    Optional<Cursor> after = Optional.empty();
    do {
      Page<String> page = pages.apply(after);
      assertThat(page.entries()).hasSizeLessThanOrEqualTo(limit);
      assertThat(page.entries().isEmpty()).as("an empty page").isEqualTo(all.isEmpty());
      seen.addAll(page.entries());
      after = page.next().map(Cursor::text).flatMap(Cursor::read);
    } while (after.isPresent() && seen.size() <= all.size());
    return seen;
  }

  private static ErrorCode code(ThrowingCallable call) {
    return catchThrowableOfType(ApiException.class, call).error().code();
  }

  @Provide
  Arbitrary<Set<String>> keys() {
    return key().set().ofMaxSize(25);
  }

  @Provide
  Arbitrary<String> key() {
    return Arbitraries.strings()
        .withCharRange('A', 'Z')
        .withCharRange('a', 'z')
        .withCharRange('0', '9')
        .withChars("_.-")
        .ofMinLength(1)
        .ofMaxLength(30);
  }
}
