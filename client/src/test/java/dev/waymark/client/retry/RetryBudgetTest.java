package dev.waymark.client.retry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Retries that all threads share. */
final class RetryBudgetTest {
  @Test
  void no_more_retries_are_taken_than_there_are() {
    RetryBudget budget = new RetryBudget(2);
    assertThat(budget.take()).isTrue();
    assertThat(budget.take()).isTrue();
    assertThat(budget.take()).isFalse();
    assertThat(new RetryBudget(0).take()).isFalse();
  }

  @Test
  void ten_successes_give_one_back() {
    RetryBudget budget = new RetryBudget(1);
    assertThat(budget.take()).isTrue();
    succeed(budget, 9);
    assertThat(budget.take()).isFalse();
    succeed(budget, 1);
    assertThat(budget.take()).isTrue();
    assertThat(budget.take()).isFalse();
  }

  @Test
  void it_never_grows_beyond_what_it_was() {
    RetryBudget budget = new RetryBudget(1);
    succeed(budget, 100);
    assertThat(budget.take()).isTrue();
    assertThat(budget.take()).isFalse();
    succeed(budget, 19);
    assertThat(budget.take()).isTrue();
    assertThat(budget.take()).isFalse();
  }

  private static void succeed(RetryBudget budget, int times) {
    for (int done = 0; done < times; done++) {
      budget.succeeded();
    }
  }
}
