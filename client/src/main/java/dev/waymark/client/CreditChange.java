package dev.waymark.client;

import dev.waymark.generated.client.model.CreditRequest;
import java.util.Optional;

/**
 * Credits to add to an account or to take from it.
 *
 * @param type {@code TOPUP} for credits that were bought, {@code ADJUST} for anything else
 * @param credits negative takes them away, which only {@code ADJUST} can; never 0
 * @param note why, for the account to read
 */
public record CreditChange(TransactionType type, long credits, Optional<String> note) {

  public CreditChange {
    if (type != TransactionType.TOPUP && type != TransactionType.ADJUST) {
      throw new IllegalArgumentException("Only TOPUP and ADJUST can be made, not " + type);
    }
    if (credits == 0 || (credits < 0 && type == TransactionType.TOPUP)) {
      throw new IllegalArgumentException("Credits must not be 0, and with TOPUP not negative");
    }
  }

  public static CreditChange topup(long credits) {
    return new CreditChange(TransactionType.TOPUP, credits, Optional.empty());
  }

  public static CreditChange adjust(long credits) {
    return new CreditChange(TransactionType.ADJUST, credits, Optional.empty());
  }

  public CreditChange withNote(String note) {
    return new CreditChange(type, credits, Optional.of(note));
  }

  CreditRequest toWire() {
    return new CreditRequest()
        .type(
            type == TransactionType.TOPUP
                ? CreditRequest.TypeEnum.TOPUP
                : CreditRequest.TypeEnum.ADJUST)
        .credits(credits)
        .note(note.orElse(null));
  }
}
