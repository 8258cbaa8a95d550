package dev.waymark.server.contract;

/**
 * How many characters must be put in, left out, changed or swapped to make a path fit a route,
 * whose placeholders take any text without a slash. The route's own text is in small letters, so
 * the path should be too.
 */
final class PathLikeness {
  private static final char PLACEHOLDER = '\0';

  private final String route;

  private PathLikeness(String route) {
    this.route = route;
  }

  static PathLikeness of(String route) {
    return new PathLikeness(
        OperationReader.PLACEHOLDER.matcher(route).replaceAll(String.valueOf(PLACEHOLDER)));
  }

  /** Whether the path is certainly further away than this, found out cheaply. */
  boolean isFarther(String path, int most) {
    boolean anyLength = route.indexOf(PLACEHOLDER) >= 0;
    return path.length() < route.length() - most
        || (!anyLength && path.length() > route.length() + most)
        || Math.abs(slashes(path) - slashes(route)) > most;
  }

  private static long slashes(String text) {
    return text.chars().filter(letter -> letter == '/').count();
  }

  int distance(String path) {
    int[][] distance = new int[route.length() + 1][path.length() + 1];
    for (int i = 0; i <= route.length(); i++) {
      for (int j = 0; j <= path.length(); j++) {
        distance[i][j] = i == 0 ? j : j == 0 ? i : cheapest(distance, i, path, j);
      }
    }
    return distance[route.length()][path.length()];
  }

  private int cheapest(int[][] distance, int i, String path, int j) {
    char wanted = route.charAt(i - 1);
    char given = path.charAt(j - 1);
    int edited = Math.min(distance[i - 1][j], distance[i][j - 1]) + 1;
    if (wanted == PLACEHOLDER && given != '/') {
      return Math.min(edited, Math.min(distance[i - 1][j - 1], distance[i][j - 1]));
    }
    int least = Math.min(edited, distance[i - 1][j - 1] + (wanted == given ? 0 : 1));
    boolean swapped =
        i > 1
            && j > 1
            && wanted == path.charAt(j - 2)
            && given == route.charAt(i - 2)
            && wanted != PLACEHOLDER;
    return swapped ? Math.min(least, distance[i - 2][j - 2] + 1) : least;
  }
}
