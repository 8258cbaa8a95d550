package dev.waymark.server.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.server.wallet.Credits;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class PlansTest {
  private static final Plans PLANS = new Plans(new PlanSettings(""));

  @Test
  void two_of_the_built_in_plans_have_the_api() {
    assertThat(PLANS.withApi())
        .containsExactly(
            new Plan("pro", "Pro", true, 240, 5, new Credits(15_000)),
            new Plan("ultimate", "Ultimate", true, 600, 20, new Credits(50_000)));
    assertThat(List.of("free", "standard"))
        .allSatisfy(slug -> assertThat(PLANS.get(slug).api()).isFalse());
  }

  @Test
  void an_unknown_plan_is_a_fault_of_the_caller() {
    assertThatThrownBy(() -> PLANS.get("gold")).isInstanceOf(NoSuchElementException.class);
  }
}
