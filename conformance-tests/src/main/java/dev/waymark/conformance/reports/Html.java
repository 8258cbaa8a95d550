package dev.waymark.conformance.reports;

import dev.waymark.conformance.verdicts.Verdict;

/** Text for pages: nothing that came from outside becomes markup. */
final class Html {
  private Html() {}

  /** The text as text, in an element or in a quoted attribute. */
  static String text(String raw) {
    StringBuilder safe = new StringBuilder(raw.length() + 16);
    raw.codePoints()
        .forEach(point -> {
          switch (point) {
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '"' -> safe.append("&quot;");
            case '\'' -> safe.append("&#39;");
            default -> safe.appendCodePoint(isShown(point) ? point : 0xFFFD);
          }
        });
    return safe.toString();
  }

  /** Control characters are not, and neither are those that turn the reading direction. */
  private static boolean isShown(int point) {
    boolean isLayout = point == '\n' || point == '\t';
    boolean turns = (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
    return isLayout || (!Character.isISOControl(point) && !turns && isCharacter(point));
  }

  private static boolean isCharacter(int point) {
    return (point & 0xFFFE) != 0xFFFE && (point < 0xD800 || point > 0xDFFF);
  }

  /** One letter for a verdict, so that a table can be read without its colours. */
  static char letter(Verdict verdict) {
    return switch (verdict) {
      case PASS -> 'P';
      case FAIL -> 'F';
      case WARN -> 'W';
      case KNOWN_FAIL -> 'K';
      case STALE -> 'T';
      case UNREACHED -> 'U';
      case SKIP -> 'S';
      case NOT_CLAIMED -> 'N';
      case HARNESS_ERROR -> 'H';
    };
  }

  /** The letter in its colour. */
  static String badge(Verdict verdict) {
    return "<b class=\"v %s\">%s</b>".formatted(letter(verdict), letter(verdict));
  }
}
