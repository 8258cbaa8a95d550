package dev.waymark.server.wallet;

import dev.waymark.server.ids.GenerationId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account's wallet within a batch: locked, and as the members before have left it.
 *
 * <p>Granted credits are spent first and end with their cycle; bought ones are spent last, get back
 * first what was held of them, and stay. Whatever would go below zero throws {@link
 * ArithmeticException} and changes nothing.
 */
public final class Purse {
  private final Entries entries;
  private final String account;
  private final Instant now;
  private Credits balance;
  private Credits purchased;
  private int inFlight;
  private Instant cycleStartedAt;
  private Instant cycleEndsAt;
  private boolean changed;

  Purse(
      Entries entries,
      String account,
      Instant now,
      Wallet wallet,
      Credits purchased,
      int inFlight) {
    this.entries = entries;
    this.account = account;
    this.now = now;
    this.balance = wallet.balance();
    this.purchased = purchased;
    this.inFlight = inFlight;
    this.cycleStartedAt = wallet.cycleStartedAt();
    this.cycleEndsAt = wallet.cycleEndsAt();
  }

  public Wallet wallet() {
    return new Wallet(balance, cycleStartedAt, cycleEndsAt);
  }

  public Credits balance() {
    return balance;
  }

  /** The part of the balance that was bought. */
  public Credits purchased() {
    return purchased;
  }

  /** The account's generations in flight. */
  public int inFlight() {
    return inFlight;
  }

  /**
   * Closes the cycles that have ended: what is left of their credits expires, and the plan's are
   * granted once, however many cycles nobody looked. Does nothing within a cycle.
   */
  public void renew(Credits perCycle) {
    if (now.isBefore(cycleEndsAt)) {
      return;
    }
    long cyclesOver = Duration.between(cycleStartedAt, now).dividedBy(Ledger.cycle());
    cycleStartedAt = cycleStartedAt.plus(Ledger.cycle().multipliedBy(cyclesOver));
    cycleEndsAt = cycleStartedAt.plus(Ledger.cycle());
    long granted = granted();
    if (granted > 0) {
      move("expire", -granted, 0, null, Cause.CYCLE);
    }
    grant(perCycle);
  }

  void grant(Credits credits) {
    move("grant", credits.value(), 0, null, Cause.CYCLE);
  }

  /** Whether this much could be held. */
  public boolean reaches(Credits credits) {
    return balance.compareTo(credits) >= 0;
  }

  /** Takes credits for a generation that is now in flight. */
  public Hold hold(GenerationId generation, Credits credits, Cause cause) {
    long bought = Math.max(0, credits.value() - granted());
    Hold hold = new Hold(generation, credits, new Credits(bought));
    move("hold", -credits.value(), -bought, generation, cause);
    inFlight = Math.addExact(inFlight, 1);
    return hold;
  }

  /** Turns a hold into a charge of what was used, and gives the rest back. */
  public void settle(Hold hold, Credits used, Cause cause) {
    giveBack("settle", hold, hold.credits().minus(used), cause);
  }

  /** Gives a whole hold back. */
  public void release(Hold hold, Cause cause) {
    giveBack("release", hold, hold.credits(), cause);
  }

  /** Adds bought credits. */
  void topUp(Credits credits, Cause cause) {
    move("topup", credits.value(), credits.value(), null, cause);
  }

  /** Adds credits as if they were bought, or takes some, granted ones first. */
  void adjust(long credits, Cause cause) {
    long bought = credits >= 0 ? credits : Math.min(0, Math.addExact(credits, granted()));
    move("adjust", credits, bought, null, cause);
  }

  private void giveBack(String kind, Hold hold, Credits credits, Cause cause) {
    long bought = Math.min(credits.value(), hold.purchased().value());
    move(kind, credits.value(), bought, hold.generation(), cause);
    inFlight--;
  }

  private long granted() {
    return balance.minus(purchased).value();
  }

  private void move(
      String kind, long credits, long bought, @Nullable GenerationId generation, Cause cause) {
    Credits after = new Credits(Math.addExact(balance.value(), credits));
    Credits boughtAfter = new Credits(Math.addExact(purchased.value(), bought));
    balance = after;
    purchased = boughtAfter;
    changed = true;
    entries.add(account, kind, credits, after, bought, boughtAfter, generation, cause, now);
  }

  String account() {
    return account;
  }

  boolean isChanged() {
    return changed;
  }

  Object[] row() {
    return new Object[] {
      account, balance.value(), purchased.value(), inFlight, cycleStartedAt, cycleEndsAt
    };
  }
}
