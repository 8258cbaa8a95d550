package dev.waymark.server.providers.builtin;

/** The time of day, which decides the light. */
enum Hour implements Vocabulary {
  DAWN("dawn sunrise morning daybreak pastel"),
  DAY("day noon midday daylight sunny afternoon summer spring"),
  SUNSET("sunset dusk evening twilight golden autumn fall"),
  NIGHT("night midnight moon moonlight moonlit star starry nocturnal");

  private final String words;

  Hour(String words) {
    this.words = words;
  }

  @Override
  public String words() {
    return words;
  }
}
