package dev.waymark.server.ids;

/**
 * The characters, all of ASCII, that a text may be made of. For what is read with every call: a
 * regular expression says the same and costs several times as much.
 */
public final class Alphabet {
  private static final int HALF = Long.SIZE;

  private final long low;
  private final long high;

  private Alphabet(long low, long high) {
    this.low = low;
    this.high = high;
  }

  /** Of these characters; one that is not of ASCII is an {@link IllegalArgumentException}. */
  public static Alphabet of(String characters) {
    long low = 0;
    long high = 0;
    for (int index = 0; index < characters.length(); index++) {
      char character = characters.charAt(index);
      if (character >= 2 * HALF) {
        throw new IllegalArgumentException("not a character of ASCII");
      }
      long bit = 1L << character;
      low |= character < HALF ? bit : 0;
      high |= character < HALF ? 0 : bit;
    }
    return new Alphabet(low, high);
  }

  /** Whether the text has no other characters from there to its end. */
  public boolean spells(String text, int from) {
    for (int index = from; index < text.length(); index++) {
      if (!has(text.charAt(index))) {
        return false;
      }
    }
    return true;
  }

  private boolean has(char character) {
    return character < 2 * HALF && ((character < HALF ? low : high) >>> character & 1) != 0;
  }
}
