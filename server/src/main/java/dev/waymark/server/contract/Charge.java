package dev.waymark.server.contract;

import dev.waymark.errors.ChargeState;
import dev.waymark.server.wallet.Credits;

/** What a call, or a generation, has done to the wallet so far: {@code charge} of an error. */
public record Charge(ChargeState state, Credits credits) {
  /** Nothing was taken. */
  public static final Charge NONE = new Charge(ChargeState.NONE, Credits.ZERO);

  /** A hold of this size stands. */
  public static Charge held(Credits credits) {
    return new Charge(ChargeState.HELD, credits);
  }

  /** A hold of this size was given back. */
  public static Charge released(Credits credits) {
    return new Charge(ChargeState.RELEASED, credits);
  }
}
