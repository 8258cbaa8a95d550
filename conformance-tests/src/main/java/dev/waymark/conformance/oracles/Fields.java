package dev.waymark.conformance.oracles;

import dev.waymark.conformance.wire.Shape;
import java.util.List;

/** Which clause a field of an error's body belongs to, in whatever rendering it stands. */
final class Fields {
  private Fields() {}

  /** {@code path} leads to the field, or into it; empty for the body itself. */
  static Clause clause(Shape shape, List<String> path) {
    if (path.isEmpty()) {
      return Clause.BODY;
    }
    String first = path.getFirst();
    return switch (shape) {
      case NATIVE -> clause(first);
      case PROBLEM ->
          switch (first) {
            case "type" -> Clause.HELP;
            case "detail" -> Clause.TEXT;
            case "code" -> Clause.CODE;
            case "title", "status", "instance" -> Clause.RENDERING;
            default -> clause(first);
          };
      case STATUS ->
          switch (first) {
            case "error" -> Clause.TEXT;
            case "details" -> within(path, "error_code");
            default -> Clause.RENDERING;
          };
      case TYPED -> first.equals("error") ? within(path, "type") : Clause.RENDERING;
      case PLAIN -> first.equals("error") ? Clause.TEXT : Clause.RENDERING;
    };
  }

  private static Clause within(List<String> path, String code) {
    if (path.size() == 1) {
      return Clause.RENDERING;
    }
    String second = path.get(1);
    if (second.equals(code)) {
      return Clause.CODE;
    }
    return second.equals("code") || second.equals("param") ? Clause.RENDERING : clause(second);
  }

  private static Clause clause(String field) {
    return switch (field) {
      case "error" -> Clause.CODE;
      case "message", "next" -> Clause.TEXT;
      case "docs_url" -> Clause.HELP;
      case "request_id" -> Clause.REQUEST_ID;
      case "retry" -> Clause.RETRY;
      case "charge" -> Clause.CHARGE;
      default -> Clause.EXTRAS;
    };
  }
}
