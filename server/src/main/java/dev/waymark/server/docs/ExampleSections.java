package dev.waymark.server.docs;

import dev.waymark.errors.ErrorCode;
import dev.waymark.server.contract.ExampleAnswer;
import dev.waymark.server.contract.Rendering;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.stream.Stream;

/** The lower half of a code's page: how it looks on the wire, and what a program does about it. */
@Singleton
final class ExampleSections {
  private final HttpAnswer answers;

  ExampleSections(HttpAnswer answers) {
    this.answers = answers;
  }

  Html html(ErrorCode code, ExampleAnswer example, ExampleCall call) {
    boolean resend = example.shouldRetry();
    CurlSnippet curl = new CurlSnippet(code, call, resend);
    return Html.join(
        Stream.of(
            code.jobOnly() ? onGeneration(example) : onWire(example),
            Html.of(
                """
                <h2 id="in-code">In a program</h2>
                <p class="soft">The key is in <code>WAYMARK_KEY</code>, or in <code>key</code>.</p>
                <h3>curl</h3>
                {}
                <h3>Java, with waymark-client</h3>
                {}
                <h3>JavaScript</h3>
                {}\
                """,
                pre("sh", curl.text()),
                new JavaSnippet(code, call, resend)
                    .text()
                    .map(text -> pre("java", text))
                    .orElseGet(() -> Html.of("<p>waymark-client makes no call that ends so.</p>")),
                pre("js", new JavaScriptSnippet(code, call, resend).text())),
            Html.of(
                """
                <h2 id="sandbox">Make it happen</h2>
                <p>With a test key (<code>wm_test_…</code>) the header <code>X-Test-Error</code> forces it{}. On a live
                key the header has no effect.</p>
                {}\
                """,
                code.jobOnly() ? ": the start is accepted, and the generation ends so" : "",
                pre("sh", curl.forced()))));
  }

  private Html onWire(ExampleAnswer example) {
    return Html.of(
        """
        <h2 id="example">Example</h2>
        {}
        <p>The same error in other shapes, for callers that ask for them with <code>Accept</code> or whose key is pinned
        to one:</p>
        {}\
        """,
        pre("http", answers.whole(example, Rendering.NATIVE)),
        Html.join(
            Arrays.stream(Rendering.values())
                .filter(rendering -> rendering != Rendering.NATIVE)
                .map(rendering ->
                    Html.of(
                        "<details><summary><code>{}</code></summary>\n{}\n</details>",
                        rendering.mediaType(),
                        pre("http", answers.whole(example, rendering))))));
  }

  private Html onGeneration(ExampleAnswer example) {
    return Html.of(
        """
        <h2 id="example">Example</h2>
        <p>The field <code>error</code> of what <code>GET /api/v1/generations/{generation_id}</code> answers:</p>
        {}\
        """,
        pre("json", answers.body(example, Rendering.NATIVE)));
  }

  // To be scrolled with the keyboard too, where it is wider than the page.
  private static Html pre(String language, String text) {
    return Html.of(
        "<pre tabindex=\"0\" data-language=\"{}\"><code>{}</code></pre>", language, text);
  }
}
