package dev.waymark.client.script;

/** What becomes of a body. */
enum Shape {
  WHOLE,
  CUT,
  EMPTY,
  HTML,
  LATIN_1,
  HUGE,
  IN_A_LIST;

  String of(String json) {
    return switch (this) {
      case WHOLE, CUT, LATIN_1 -> json;
      case EMPTY -> "";
      case HTML -> "<html><h1>502 Bad Gateway</h1>früh</html>";
      case HUGE ->
          json.substring(0, json.length() - 1) + ",\"pad\":\"" + "x".repeat(70_000) + "\"}";
      case IN_A_LIST -> "[" + json + "]";
    };
  }
}
