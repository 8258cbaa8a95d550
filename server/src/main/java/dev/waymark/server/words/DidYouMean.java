package dev.waymark.server.words;

import java.util.Collection;

/** The question behind the complaint about a name that is not known. */
public final class DidYouMean {
  private DidYouMean() {}

  /** Such as {@code " (did you mean aspect_ratio?)"}, or empty if no known name is like it. */
  public static String question(String name, Collection<String> known) {
    return Nearest.similarTo(name, known).map(" (did you mean %s?)"::formatted).orElse("");
  }
}
