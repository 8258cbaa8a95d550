package dev.waymark.server.providers.builtin;

/** What stands under the sky. */
enum Land implements Vocabulary {
  MOUNTAINS("mountain peak alpine alp lake fjord valley canyon"),
  FOREST("forest wood woodland tree pine jungle taiga"),
  OCEAN("ocean sea wave coast beach sail boat ship island"),
  DESERT("desert dune sand sahara mars arid"),
  CITY("city town skyline urban street tower skyscraper metropolis");

  private final String words;

  Land(String words) {
    this.words = words;
  }

  @Override
  public String words() {
    return words;
  }
}
