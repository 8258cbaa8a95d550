package dev.waymark.conformance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.util.List;
import java.util.regex.Pattern;

/** A page as its reader has it: tags and what was escaped are gone. */
record DocsPage(Exchange exchange) {
  private static final Pattern TAG = Pattern.compile("<[^>]*>");

  static DocsPage of(Subject subject, String code) {
    Exchange exchange = subject.wire().send(Request.get("/docs/errors/" + code));
    assertThat(exchange.status()).as("%s", exchange).isEqualTo(200);
    return new DocsPage(exchange);
  }

  String text() {
    return read(exchange.text());
  }

  /** The code blocks in this language. */
  List<String> blocks(String language) {
    return Pattern.compile(
            "<pre[^>]* data-language=\"" + language + "\"><code>(.*?)</code></pre>", Pattern.DOTALL)
        .matcher(exchange.text())
        .results()
        .map(match -> read(match.group(1)))
        .toList();
  }

  private static String read(String html) {
    return TAG.matcher(html)
        .replaceAll("")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }
}
