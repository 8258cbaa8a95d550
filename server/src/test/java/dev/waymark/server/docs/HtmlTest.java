package dev.waymark.server.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class HtmlTest {

  @Property
  void no_text_can_open_a_tag_or_leave_an_attribute(@ForAll String text) {
    String html = Html.of("<a title=\"{}\">{}</a>", text, text).text();
    assertThat(
            html.replaceFirst("^<a title=\"", "").replaceFirst("</a>$", "").replaceFirst("\">", ""))
        .doesNotContain("<", ">", "\"", "'");
  }

  @Property
  void a_text_can_be_read_out_of_its_html_again(@ForAll String text) {
    String html = Html.of("{}", text).text();
    assertThat(
            html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&"))
        .isEqualTo(text);
  }

  @Test
  void html_in_html_stays_what_it_is() {
    assertThat(Html.of("<p>{}</p>", Html.of("<b>{}</b>", "a<b {}")).text())
        .isEqualTo("<p><b>a&lt;b {}</b></p>");
  }

  @Test
  void gaps_and_values_must_be_as_many() {
    assertThatThrownBy(() -> Html.of("{} {}", "one")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Html.of("{}", "one", "two"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
