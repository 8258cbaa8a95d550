package dev.waymark.client.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;

/** All attempts of a call are one and the same request. */
final class SentJudge {

  private final Script script;

  SentJudge(Script script) {
    this.script = script;
  }

  /** {@code keys} are those of the calls before. */
  void same(Play.Ending ending, List<Arrival> arrivals, Set<String> keys) {
    Arrival first = arrivals.get(0);
    Deed deed = ending.deed();
    assertThat(first.path()).isEqualTo(deed.path());
    for (Arrival arrival : arrivals) {
      assertThat(arrival.header("Authorization")).isEqualTo("Bearer " + VirtualStage.KEY);
      assertThat(arrival.body()).as("the body").isEqualTo(first.body());
      assertThat(arrival.path()).isEqualTo(first.path());
      assertThat(arrival.method()).isEqualTo(first.method());
      assertThat(arrival.header("Idempotency-Key"))
          .as("the idempotency key")
          .isEqualTo(first.header("Idempotency-Key"));
    }
    String key = first.header("Idempotency-Key");
    if (deed == Deed.START) {
      assertThat(key).isNotEmpty();
      assertThat(keys.add(key)).as("a key of its own, in %s", script.deeds()).isTrue();
    } else {
      assertThat(key).isEqualTo(deed == Deed.START_WITH_KEY ? Deed.OWN_KEY : "");
    }
    assertThat(first.body().contains(Deed.PROMPT)).isEqualTo(deed.starts() || deed == Deed.QUOTE);
  }
}
