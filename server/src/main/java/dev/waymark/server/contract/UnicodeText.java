package dev.waymark.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * Whether the texts of a JSON value are Unicode (RFC 7493, section 2.1). JSON can escape half of a
 * surrogate pair, which nothing behind it can store: what was sent and what is given back would
 * differ.
 */
final class UnicodeText {
  private UnicodeText() {}

  static boolean isAll(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> isUnicode(value.textValue());
      case ARRAY -> value.valueStream().allMatch(UnicodeText::isAll);
      case OBJECT -> value.properties().stream().allMatch(UnicodeText::isMember);
      case BINARY, BOOLEAN, MISSING, NULL, NUMBER, POJO -> true;
    };
  }

  private static boolean isMember(Map.Entry<String, JsonNode> member) {
    return isUnicode(member.getKey()) && isAll(member.getValue());
  }

  private static boolean isUnicode(String text) {
    return text.codePoints()
        .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
  }
}
