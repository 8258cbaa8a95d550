package dev.waymark.client;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;

/**
 * The generated transport decodes answers in the platform's charset, which up to Java 17 need not
 * be UTF-8. JSON says the same in ASCII: outside of strings it has nothing else, and inside {@code
 * \}{@code u} escapes.
 */
final class AsciiJson {

  private AsciiJson() {}

  static byte[] readableInAnyCharset(byte[] json) {
    return Charset.defaultCharset().equals(UTF_8) ? json : escaped(json);
  }

  static byte[] escaped(byte[] json) {
    String text = new String(json, UTF_8);
    StringBuilder ascii = new StringBuilder(text.length() + 64);
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit < 0x80) {
        ascii.append(unit);
      } else {
        ascii.append(String.format("\\u%04x", (int) unit));
      }
    }
    return ascii.toString().getBytes(US_ASCII);
  }
}
