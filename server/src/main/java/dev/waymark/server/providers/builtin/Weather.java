package dev.waymark.server.providers.builtin;

/** What the sky is doing. */
enum Weather implements Vocabulary {
  FAIR("clear calm fair serene"),
  SNOW("snow snowy winter ice icy frozen blizzard arctic glacier"),
  STORM("storm stormy thunder thunderstorm lightning rain rainy tempest");

  private final String words;

  Weather(String words) {
    this.words = words;
  }

  @Override
  public String words() {
    return words;
  }
}
