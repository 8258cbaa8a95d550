package dev.waymark.server.accounts;

/** The keys that a first start makes, shown this once. */
public record FirstKeys(String demo, String operator) {
  @Override
  public String toString() {
    return "FirstKeys[secret]";
  }
}
