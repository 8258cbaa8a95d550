package dev.waymark.server.providers.builtin;

/**
 * The variation in a picture: a SplitMix64 sequence, ours because the JDK promises none of its
 * generators to stay the same from release to release.
 *
 * <p>Each part of a picture draws from its own {@link #named} source, so that a change to one part
 * leaves the others as they were.
 */
final class Chance {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final long key;
  private long state;

  private Chance(long key) {
    this.key = key;
    this.state = key;
  }

  static Chance of(Scene scene) {
    return new Chance(mix(scene.seed() + GOLDEN) ^ hash(scene.prompt()))
        .named(scene.style().name());
  }

  /** A source that depends on where it was made and on the name, not on what was drawn so far. */
  Chance named(String part) {
    return new Chance(mix(key ^ hash(part)));
  }

  double between(double low, double high) {
    return low + (high - low) * (next() >>> 11) * 0x1.0p-53;
  }

  int below(int bound) {
    return (int) between(0, bound);
  }

  boolean happens(double share) {
    return between(0, 1) < share;
  }

  double sign() {
    return happens(0.5) ? 1 : -1;
  }

  Noise noise() {
    return new Noise((int) next());
  }

  private long next() {
    state += GOLDEN;
    return mix(state);
  }

  private static long hash(String text) {
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
    }
    return mix(hash);
  }

  private static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
