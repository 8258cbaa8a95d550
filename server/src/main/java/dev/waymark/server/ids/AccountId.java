package dev.waymark.server.ids;

import java.util.Optional;
import java.util.regex.Pattern;

/** The id of an account: {@code acc_} and 26 characters that sort by the time they were made. */
public record AccountId(String value) {
  private static final Pattern FORM = Pattern.compile("acc_[0-9A-HJKMNP-TV-Z]{26}");

  public AccountId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("an id is never blank");
    }
  }

  /** The id, or nothing if no account can have it. */
  public static Optional<AccountId> read(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new AccountId(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
