package dev.waymark.server.providers.builtin;

/** PNG's prediction filters: picks, for each line, the one that leaves the smallest differences. */
final class LineFilter {
  private static final int PIXEL = 3;
  private static final int KINDS = 5;

  private final byte[] previous;
  private final byte[][] candidates;

  LineFilter(int bytes) {
    previous = new byte[bytes];
    candidates = new byte[KINDS][bytes];
  }

  /** Writes the filter's number and the filtered line at the offset. */
  void apply(byte[] line, byte[] target, int offset) {
    int best = 1;
    long smallest = Long.MAX_VALUE;
    for (int kind = 1; kind < KINDS; kind++) {
      long size = filter(kind, line, candidates[kind]);
      if (size < smallest) {
        smallest = size;
        best = kind;
      }
    }
    target[offset] = (byte) best;
    System.arraycopy(candidates[best], 0, target, offset + 1, line.length);
    System.arraycopy(line, 0, previous, 0, line.length);
  }

  private long filter(int kind, byte[] line, byte[] filtered) {
    long size = 0;
    for (int i = 0; i < line.length; i++) {
      int left = i < PIXEL ? 0 : line[i - PIXEL] & 255;
      int up = previous[i] & 255;
      int corner = i < PIXEL ? 0 : previous[i - PIXEL] & 255;
      int guess =
          switch (kind) {
            case 1 -> left;
            case 2 -> up;
            case 3 -> (left + up) >> 1;
            default -> paeth(left, up, corner);
          };
      filtered[i] = (byte) (line[i] - guess);
      size += Math.abs(filtered[i]);
    }
    return size;
  }

  private static int paeth(int left, int up, int corner) {
    int toLeft = Math.abs(up - corner);
    int toUp = Math.abs(left - corner);
    int toCorner = Math.abs(left + up - 2 * corner);
    if (toLeft <= toUp && toLeft <= toCorner) {
      return left;
    }
    return toUp <= toCorner ? up : corner;
  }
}
