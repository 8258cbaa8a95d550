package dev.waymark.server.idempotency;

/**
 * An answer as it was, or will be, sent.
 *
 * @param made the id of what the call has made
 * @param body the body to the letter; it may be secret
 */
public record Answer(String made, String body) {
  @Override
  public String toString() {
    return "Answer[made=" + made + "]";
  }
}
