package dev.waymark.conformance.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.waymark.conformance.verdicts.Finding;
import dev.waymark.conformance.verdicts.Verdict;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing of a secret is left, wherever the text was cut. */
final class HiddenTextTest {
  private static final String BEFORE = "{\"n\":1,\"negative_prompt\" : \"";
  private static final String AFTER = "\",\"seed\":7}";

  @Property
  void a_prompt_is_hidden_with_whatever_it_holds(
      @ForAll @StringLength(max = 60) String prompt, @ForAll @IntRange(max = 200) int end) {
    String quoted = TextNode.valueOf(prompt).toString();
    String json = BEFORE + quoted.substring(1, quoted.length() - 1) + AFTER;
    String cut = json.substring(0, Math.clamp(end, BEFORE.length(), json.length()));

    String left = PromptText.hidden(cut).substring(BEFORE.length());

    // A cut through an escape leaves its backslash.
    assertThat("(prompt)" + AFTER).startsWith(left.replaceFirst("\\\\$", ""));
  }

  @Test
  void a_long_prompt_is_hidden_too() {
    assertThat(PromptText.hidden(BEFORE + "\\n \\\"".repeat(100_000) + AFTER))
        .isEqualTo(BEFORE + "(prompt)" + AFTER);
  }

  @Test
  void a_key_is_hidden_as_soon_as_it_begins() {
    assertThat(KeyText.hidden("Bearer wm_live_a-_9, wm_test_0")).isEqualTo("Bearer (key), (key)");
    assertThat(KeyText.isIn("export KEY=wm_live_…")).isFalse();
    assertThat(KeyText.isIn("export KEY=wm_live_Abcdefg1")).isTrue();
    assertThat(KeyText.secretOf(new Secret("wm_test_Abc"))).isEqualTo("Abc");
    assertThat(KeyText.secretOf(new Secret("sk-other"))).isEqualTo("sk-other");
  }

  @ParameterizedTest
  @CsvSource({
    "Authorization, Bearer wm_live_Abcdefg1, Bearer (key)",
    "authorization, Bearer sk-0123456789, Bearer (secret)",
    "Proxy-Authorization, Basic bWU6b3Blbg==, Basic (secret)",
    "Authorization, 0123456789abcdef, (secret)",
    "Authorization, Bearer two words, Bearer two words",
    "Cookie, session=1, (secret)",
    "Set-Cookie, session=1; Secure, (secret)",
    "X-Region, eu-central, eu-central"
  })
  void what_proves_who_somebody_is_is_hidden_whatever_its_form(
      String name, String value, String shown) {
    assertThat(HeaderText.hidden(name, value)).isEqualTo(shown);
  }

  @Test
  void a_finding_quotes_no_key_and_no_prompt() {
    String text = "it says wm_live_Abcdefg1 in {\"prompt\":\"a picture\"}";

    assertThat(new Finding("ERR-02", Verdict.FAIL, text, List.of()).text())
        .isEqualTo("it says (key) in {\"prompt\":\"(prompt)\"}");
  }
}
