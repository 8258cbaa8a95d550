package dev.waymark.client;

/**
 * The shape of errors that a key is pinned to, for callers that were written against another API.
 * This client asks for its own shape, whatever its key is pinned to.
 */
public enum ErrorFormat {
  NATIVE,
  /** RFC 9457. */
  PROBLEM,
  STATUS,
  TYPED,
  PLAIN,
  /** A shape that this version of the client does not know. */
  UNKNOWN;

  static ErrorFormat from(dev.waymark.generated.client.model.ErrorFormat wire) {
    return switch (Required.field(wire, "error_format")) {
      case NATIVE -> NATIVE;
      case PROBLEM -> PROBLEM;
      case STATUS -> STATUS;
      case TYPED -> TYPED;
      case PLAIN -> PLAIN;
      case UNKNOWN_DEFAULT_OPEN_API -> UNKNOWN;
    };
  }

  dev.waymark.generated.client.model.ErrorFormat toWire() {
    return switch (this) {
      case NATIVE -> dev.waymark.generated.client.model.ErrorFormat.NATIVE;
      case PROBLEM -> dev.waymark.generated.client.model.ErrorFormat.PROBLEM;
      case STATUS -> dev.waymark.generated.client.model.ErrorFormat.STATUS;
      case TYPED -> dev.waymark.generated.client.model.ErrorFormat.TYPED;
      case PLAIN -> dev.waymark.generated.client.model.ErrorFormat.PLAIN;
      case UNKNOWN -> throw new IllegalArgumentException("UNKNOWN is not a format to ask for");
    };
  }
}
