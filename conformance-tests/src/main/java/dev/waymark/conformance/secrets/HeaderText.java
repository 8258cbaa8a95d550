package dev.waymark.conformance.secrets;

import java.util.Locale;
import java.util.regex.Pattern;

/** Values of headers, of which some prove who somebody is, whatever form a proof has. */
public final class HeaderText {
  private static final String HIDDEN = "(secret)";

  /** A scheme, and what is too long for a word of the kit's own that is no key. */
  private static final Pattern PROOF = Pattern.compile("^([\\w-]+ +)?\\S{8,}.*$");

  private HeaderText() {}

  /** The value with a word in the place of what is secret; the scheme of a proof stays. */
  public static String hidden(String name, String value) {
    String known = KeyText.hidden(value);
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "authorization", "proxy-authorization" ->
          PROOF.matcher(known).replaceFirst("$1" + HIDDEN);
      case "cookie", "set-cookie", "x-api-key" -> HIDDEN;
      default -> known;
    };
  }
}
