package dev.waymark.client;

/** What changed a balance. */
public enum TransactionType {
  /** A cycle's credits. */
  GRANT,
  /** What was left of them at the cycle's end. */
  EXPIRE,
  /** Set aside when a generation was accepted. */
  HOLD,
  /** What was held and not used, given back when a generation was completed. */
  SETTLE,
  /** What was held, given back in full. */
  RELEASE,
  /** Credits that were bought. */
  TOPUP,
  /** Anything else, by the operator. */
  ADJUST,
  /** A type that this version of the client does not know. */
  UNKNOWN;

  static TransactionType from(dev.waymark.generated.client.model.TransactionType wire) {
    return switch (Required.field(wire, "type")) {
      case GRANT -> GRANT;
      case EXPIRE -> EXPIRE;
      case HOLD -> HOLD;
      case SETTLE -> SETTLE;
      case RELEASE -> RELEASE;
      case TOPUP -> TOPUP;
      case ADJUST -> ADJUST;
      case UNKNOWN_DEFAULT_OPEN_API -> UNKNOWN;
    };
  }

  dev.waymark.generated.client.model.TransactionType toWire() {
    return switch (this) {
      case GRANT -> dev.waymark.generated.client.model.TransactionType.GRANT;
      case EXPIRE -> dev.waymark.generated.client.model.TransactionType.EXPIRE;
      case HOLD -> dev.waymark.generated.client.model.TransactionType.HOLD;
      case SETTLE -> dev.waymark.generated.client.model.TransactionType.SETTLE;
      case RELEASE -> dev.waymark.generated.client.model.TransactionType.RELEASE;
      case TOPUP -> dev.waymark.generated.client.model.TransactionType.TOPUP;
      case ADJUST -> dev.waymark.generated.client.model.TransactionType.ADJUST;
      case UNKNOWN -> throw new IllegalArgumentException("UNKNOWN is not a type to ask for");
    };
  }
}
