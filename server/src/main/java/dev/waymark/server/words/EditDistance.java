package dev.waymark.server.words;

/** How many letters must be put in, left out, changed or swapped to make one word of another. */
public final class EditDistance {
  private EditDistance() {}

  public static int between(String from, String to) {
    int[][] distance = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        distance[i][j] = i == 0 ? j : j == 0 ? i : cheapest(distance, from, i, to, j);
      }
    }
    return distance[from.length()][to.length()];
  }

  private static int cheapest(int[][] distance, String from, int i, String to, int j) {
    int same = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
    int least = Math.min(distance[i - 1][j], distance[i][j - 1]) + 1;
    least = Math.min(least, distance[i - 1][j - 1] + same);
    boolean swapped =
        i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1);
    return swapped ? Math.min(least, distance[i - 2][j - 2] + 1) : least;
  }
}
