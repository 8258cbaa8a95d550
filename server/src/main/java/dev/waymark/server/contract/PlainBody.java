package dev.waymark.server.contract;

import java.util.Map;

/** {@code application/vnd.waymark.plain+json}, the schema {@code PlainError}: one text. */
final class PlainBody {
  private PlainBody() {}

  static Map<String, Object> of(AnsweredError answered) {
    return Map.of("error", answered.error().message() + " " + answered.error().next());
  }
}
