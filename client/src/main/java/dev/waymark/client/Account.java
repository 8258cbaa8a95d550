package dev.waymark.client;

import dev.waymark.generated.client.model.AccountCredits;
import dev.waymark.generated.client.model.AccountCycle;
import java.time.Instant;
import java.util.Optional;

/**
 * The account that the key belongs to, as it stood when the server answered.
 *
 * @param runningGenerations counted against the plan's {@code concurrentGenerations}
 */
public record Account(
    String id,
    String name,
    Plan plan,
    Credits credits,
    Cycle cycle,
    int runningGenerations,
    UsedKey key) {

  /** What the plan allows. */
  public record Plan(
      String slug,
      String name,
      int callsPerMinute,
      int concurrentGenerations,
      long creditsPerCycle) {

    private static Plan from(dev.waymark.generated.client.model.Plan wire) {
      return new Plan(
          Required.field(wire.getSlug(), "plan.slug"),
          Required.field(wire.getName(), "plan.name"),
          Required.field(wire.getCallsPerMinute(), "plan.calls_per_minute"),
          Required.field(wire.getConcurrentGenerations(), "plan.concurrent_generations"),
          Required.field(wire.getCreditsPerCycle(), "plan.credits_per_cycle"));
    }
  }

  /**
   * The wallet: {@code balance} can be spent now, {@code held} is set aside for generations in
   * flight. {@code purchased} is the part of the balance that does not end with the cycle.
   */
  public record Credits(long balance, long held, long purchased) {

    static Credits from(AccountCredits wire) {
      return new Credits(
          Required.field(wire.getBalance(), "credits.balance"),
          Required.field(wire.getHeld(), "credits.held"),
          Required.field(wire.getPurchased(), "credits.purchased"));
    }
  }

  /** The running cycle, at whose end the plan's credits are granted anew. */
  public record Cycle(Instant startedAt, Instant endsAt, long generations, long creditsUsed) {

    static Cycle from(AccountCycle wire) {
      return new Cycle(
          Required.field(wire.getStartedAt(), "cycle.started_at"),
          Required.field(wire.getEndsAt(), "cycle.ends_at"),
          Required.field(wire.getGenerations(), "cycle.generations"),
          Required.field(wire.getCreditsUsed(), "cycle.credits_used"));
    }
  }

  /** The key that the call was made with; never the key itself. */
  public record UsedKey(
      String id, String name, String prefix, Instant createdAt, Optional<Instant> expiresAt) {

    private static UsedKey from(dev.waymark.generated.client.model.ApiKey wire) {
      return new UsedKey(
          Required.field(wire.getKeyId(), "key.key_id"),
          Required.field(wire.getName(), "key.name"),
          Required.field(wire.getPrefix(), "key.prefix"),
          Required.field(wire.getCreatedAt(), "key.created_at"),
          Optional.ofNullable(wire.getExpiresAt()));
    }
  }

  static Account from(dev.waymark.generated.client.model.Account wire) {
    Required.field(wire, "a body");
    return new Account(
        Required.field(wire.getAccountId(), "account_id"),
        Required.field(wire.getName(), "name"),
        Plan.from(Required.field(wire.getPlan(), "plan")),
        Credits.from(Required.field(wire.getCredits(), "credits")),
        Cycle.from(Required.field(wire.getCycle(), "cycle")),
        Required.field(wire.getGenerationsRunning(), "generations_running"),
        UsedKey.from(Required.field(wire.getKey(), "key")));
  }
}
