package dev.waymark.client;

/** Where a generation stands: pending, then processing, then one of the four that are final. */
public enum GenerationStatus {
  PENDING(false),
  PROCESSING(false),
  COMPLETED(true),
  FAILED(true),
  CANCELLED(true),
  EXPIRED(true),
  /** A status that this version of the client does not know. */
  UNKNOWN(false);

  private final boolean finished;

  GenerationStatus(boolean finished) {
    this.finished = finished;
  }

  /**
   * Whether it is final; false for {@link #UNKNOWN}, where only {@link Generation#isFinished()} can
   * tell.
   */
  public boolean isFinished() {
    return finished;
  }

  static GenerationStatus from(dev.waymark.generated.client.model.GenerationStatus wire) {
    return switch (Required.field(wire, "status")) {
      case PENDING -> PENDING;
      case PROCESSING -> PROCESSING;
      case COMPLETED -> COMPLETED;
      case FAILED -> FAILED;
      case CANCELLED -> CANCELLED;
      case EXPIRED -> EXPIRED;
      case UNKNOWN_DEFAULT_OPEN_API -> UNKNOWN;
    };
  }

  dev.waymark.generated.client.model.GenerationStatus toWire() {
    return switch (this) {
      case PENDING -> dev.waymark.generated.client.model.GenerationStatus.PENDING;
      case PROCESSING -> dev.waymark.generated.client.model.GenerationStatus.PROCESSING;
      case COMPLETED -> dev.waymark.generated.client.model.GenerationStatus.COMPLETED;
      case FAILED -> dev.waymark.generated.client.model.GenerationStatus.FAILED;
      case CANCELLED -> dev.waymark.generated.client.model.GenerationStatus.CANCELLED;
      case EXPIRED -> dev.waymark.generated.client.model.GenerationStatus.EXPIRED;
      case UNKNOWN -> throw new IllegalArgumentException("UNKNOWN is not a status to ask for");
    };
  }
}
