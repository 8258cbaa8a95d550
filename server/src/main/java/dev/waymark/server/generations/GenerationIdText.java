package dev.waymark.server.generations;

import dev.waymark.server.contract.Shortened;
import dev.waymark.server.ids.Alphabet;
import dev.waymark.server.ids.GenerationId;
import java.util.Optional;

/** A generation id as a caller wrote it, which may be anything. */
final class GenerationIdText {
  private static final String PREFIX = "gen_";
  private static final Alphabet LETTERS = Alphabet.of("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
  private static final int LENGTH = PREFIX.length() + 26;
  private static final int MAX_SHOWN = 64;

  private GenerationIdText() {}

  /** The id, or nothing if no generation can have it. */
  static Optional<GenerationId> read(String text) {
    return isOne(text) ? Optional.of(new GenerationId(text)) : Optional.empty();
  }

  private static boolean isOne(String text) {
    return text.length() == LENGTH
        && text.startsWith(PREFIX)
        && LETTERS.spells(text, PREFIX.length());
  }

  /** What an error may repeat of it. */
  static String shown(String text) {
    return Shortened.of(text, MAX_SHOWN);
  }
}
