package dev.waymark.conformance.spelling;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The known words that are least far from a written one (Levenshtein, capitals aside). */
public final class Nearest {
  private Nearest() {}

  /**
   * At most this many, nearest first; nothing where nothing is near: more than half of the written
   * word, and more than three characters, would have to change. A word that contains the written
   * one is near.
   */
  public static List<String> to(String written, Collection<String> known, int most) {
    String wanted = written.toLowerCase(Locale.ROOT);
    return known.stream()
        .map(word -> new Candidate(word, distance(wanted, word.toLowerCase(Locale.ROOT))))
        .filter(one -> one.distance() <= Math.max(3, wanted.length() / 2))
        .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::word))
        .limit(most)
        .map(Candidate::word)
        .toList();
  }

  private record Candidate(String word, int distance) {}

  private static int distance(String one, String other) {
    if (!one.isEmpty() && other.contains(one)) {
      return other.equals(one) ? 0 : 1;
    }
    int[] before = IntStream.rangeClosed(0, other.length()).toArray();
    for (int row = 1; row <= one.length(); row++) {
      int[] now = new int[other.length() + 1];
      now[0] = row;
      for (int column = 1; column <= other.length(); column++) {
        int changed = one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1;
        now[column] =
            Math.min(Math.min(now[column - 1], before[column]) + 1, before[column - 1] + changed);
      }
      before = now;
    }
    return before[other.length()];
  }
}
