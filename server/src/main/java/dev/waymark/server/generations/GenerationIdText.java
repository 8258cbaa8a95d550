package dev.waymark.server.generations;

import dev.waymark.server.contract.Shortened;
import dev.waymark.server.ids.GenerationId;
import java.util.Optional;
import java.util.regex.Pattern;

/** A generation id as a caller wrote it, which may be anything. */
final class GenerationIdText {
  private static final Pattern FORM = Pattern.compile("gen_[0-9A-HJKMNP-TV-Z]{26}");
  private static final int MAX_SHOWN = 64;

  private GenerationIdText() {}

  /** The id, or nothing if no generation can have it. */
  static Optional<GenerationId> read(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new GenerationId(text)) : Optional.empty();
  }

  /** What an error may repeat of it. */
  static String shown(String text) {
    return Shortened.of(text, MAX_SHOWN);
  }
}
