package dev.waymark.server.ids;

/** The id of an account: {@code acc_} and 26 characters that sort by the time they were made. */
public record AccountId(String value) {
  public AccountId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("an id is never blank");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
