package dev.waymark.conformance.laws;

import dev.waymark.conformance.laws.catalogue.CatalogueLaws;
import dev.waymark.conformance.laws.idempotency.IdempotencyLaws;
import dev.waymark.conformance.laws.input.InputLaws;
import dev.waymark.conformance.laws.keys.KeyLaws;
import dev.waymark.conformance.laws.keys.OperatorLaws;
import dev.waymark.conformance.laws.lives.LifeLaws;
import dev.waymark.conformance.laws.lives.ListLaws;
import dev.waymark.conformance.laws.money.LimitLaws;
import dev.waymark.conformance.laws.money.MoneyLaws;
import dev.waymark.conformance.laws.money.WalletLaws;
import dev.waymark.conformance.laws.order.OrderLaws;
import dev.waymark.conformance.laws.rate.RateLaws;
import dev.waymark.conformance.laws.refusals.RefusalLaws;
import dev.waymark.conformance.suite.Case;
import dev.waymark.conformance.suite.Suite;
import java.util.ArrayList;
import java.util.List;

/** All laws. */
public final class LawsSuite {
  private LawsSuite() {}

  /**
   * One stage, in which those that wait stand first. Random schedules come from the seed: the same
   * one makes the same calls.
   */
  public static Suite of(long seed) {
    List<Case> cases = new ArrayList<>();
    cases.addAll(RateLaws.all(seed));
    cases.addAll(RefusalLaws.all());
    cases.addAll(IdempotencyLaws.all(seed));
    cases.addAll(MoneyLaws.all(seed));
    cases.addAll(WalletLaws.all());
    cases.addAll(LimitLaws.all());
    cases.addAll(LifeLaws.all());
    cases.addAll(ListLaws.all());
    cases.addAll(OrderLaws.all(seed));
    cases.addAll(KeyLaws.all());
    cases.addAll(OperatorLaws.all());
    cases.addAll(CatalogueLaws.all());
    cases.addAll(InputLaws.all());
    return new Suite(List.of(cases));
  }
}
