package dev.waymark.client;

/** What a key works on. */
public enum Mode {
  /** The account itself. */
  LIVE,
  /** The account's sandbox, which has a wallet and generations of its own. */
  TEST,
  /** A mode that this version of the client does not know. */
  UNKNOWN;

  static Mode from(dev.waymark.generated.client.model.Mode wire) {
    return switch (Required.field(wire, "mode")) {
      case LIVE -> LIVE;
      case TEST -> TEST;
      case UNKNOWN_DEFAULT_OPEN_API -> UNKNOWN;
    };
  }

  dev.waymark.generated.client.model.Mode toWire() {
    return switch (this) {
      case LIVE -> dev.waymark.generated.client.model.Mode.LIVE;
      case TEST -> dev.waymark.generated.client.model.Mode.TEST;
      case UNKNOWN -> throw new IllegalArgumentException("UNKNOWN is not a mode to ask for");
    };
  }
}
