package dev.waymark.server.words;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds, for a word that is not known, the known one that was probably meant. Capitals do not
 * count; of equally similar words the first one is taken. Only the first {@value #MOST_READ}
 * characters are looked at, so that hostile input stays cheap.
 */
public final class Nearest {
  private static final int MOST_READ = 128;
  private static final int SHORTEST_PART = 4;

  private Nearest() {}

  /** The most similar one, however little it has in common; nothing only where none is known. */
  public static Optional<String> of(String word, Collection<String> known) {
    String read = read(word);
    return known.stream()
        .min(Comparator.comparingInt(candidate -> EditDistance.between(read, read(candidate))));
  }

  /**
   * The most similar one if it is similar enough to be meant: at most a third of the letters
   * differ, or one word is a part of the other.
   */
  public static Optional<String> similarTo(String word, Collection<String> known) {
    String read = read(word);
    return known.stream()
        .filter(candidate -> isPart(read, read(candidate)) || isClose(read, read(candidate)))
        .min(
            Comparator.comparing((String candidate) -> !isClose(read, read(candidate)))
                .thenComparingInt(candidate -> EditDistance.between(read, read(candidate))));
  }

  private static boolean isClose(String one, String other) {
    return 3 * EditDistance.between(one, other) <= Math.max(one.length(), other.length());
  }

  private static boolean isPart(String one, String other) {
    return Math.min(one.length(), other.length()) >= SHORTEST_PART
        && (one.contains(other) || other.contains(one));
  }

  private static String read(String word) {
    return word.substring(0, Math.min(word.length(), MOST_READ)).toLowerCase(Locale.ROOT);
  }
}
