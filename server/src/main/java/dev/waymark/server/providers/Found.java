package dev.waymark.server.providers;

/** What a provider knows of a generation that it may have been asked for before. */
public sealed interface Found {

  /** It is made, and this is the output. */
  record Made(Media media) implements Found {}

  /** It is being made. */
  record Running() implements Found {}

  /** It was tried, and came to nothing. */
  record Failed() implements Found {}

  /** The provider knows nothing of it. */
  record Unknown() implements Found {}
}
