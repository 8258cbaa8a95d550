package dev.waymark.server.docs;

import dev.waymark.server.hashing.Sha256;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

/**
 * What is around every page: one document that needs no other, no script, and no style but its own.
 */
@Singleton
final class PageFrame {
  private static final String RESOURCE = "/docs/style.css";
  private static final String TEMPLATE =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>{}</title>
      <meta name="description" content="{}">
      <style>{}</style>
      </head>
      <body>
      <header><a href="/docs/errors">Waymark <span>errors</span></a></header>
      <main>
      {}
      </main>
      <footer>
      <p>Branch on <code>error</code>, never on <code>message</code>; a code that you do not know goes by
      <code>retry</code>, then by <code>X-Should-Retry</code>, then by its status class.</p>
      <p>{}</p>
      </footer>
      </body>
      </html>
      """;

  private final Html style = new Html(style());

  String page(String title, String description, Html main, Html related) {
    return Html.of(TEMPLATE, title, description, style, main, related).text();
  }

  /**
   * What a browser may load or run for these pages: the style that stands in them, else nothing.
   */
  String contentSecurityPolicy() {
    byte[] hash = Sha256.of(style.text().getBytes(StandardCharsets.UTF_8));
    return "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        .formatted(Base64.getEncoder().encodeToString(hash));
  }

  private static String style() {
    try (InputStream css = PageFrame.class.getResourceAsStream(RESOURCE)) {
      return new String(
          Objects.requireNonNull(css, RESOURCE).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
