package dev.waymark.server.contract;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * One thing that is wrong with a value, by its path: {@code aspect_ratio}, {@code
 * options.sizes[2]}, empty for the value as a whole.
 *
 * <p>The reason is a phrase that says what would be right and never repeats what was sent. Both are
 * cut to the length that the contract has for them, and stay on one line.
 */
public record Fault(String field, String reason) implements Comparable<Fault> {
  private static final int LONGEST_FIELD = 256;
  private static final int LONGEST_UNKNOWN_FIELD = 64;
  private static final int LONGEST_REASON = 1000;
  private static final Pattern LINE_BREAKING = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]");
  private static final Comparator<Fault> ORDER =
      Comparator.comparing(Fault::field).thenComparing(Fault::reason);

  public Fault {
    field = cut(field, LONGEST_FIELD);
    reason = cut(reason, LONGEST_REASON);
    if (reason.isBlank()) {
      throw new IllegalArgumentException("a fault needs a reason");
    }
  }

  /** For a name that the caller made up: only the beginning of it is shown. */
  public static Fault unknown(String field, String reason) {
    return new Fault(cut(field, LONGEST_UNKNOWN_FIELD), reason);
  }

  /** The same fault of a value that stands at {@code path} of a larger one. */
  public Fault under(String path) {
    boolean joined = path.isEmpty() || field.isEmpty() || field.startsWith("[");
    return new Fault(path + (joined ? "" : ".") + field, reason);
  }

  @Override
  public int compareTo(Fault other) {
    return ORDER.compare(this, other);
  }

  private static String cut(String text, int longest) {
    String line = LINE_BREAKING.matcher(text).replaceAll("?");
    return line.codePointCount(0, line.length()) <= longest
        ? line
        : line.substring(0, line.offsetByCodePoints(0, longest - 1)) + "…";
  }
}
