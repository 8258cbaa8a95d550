package dev.waymark.server.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

class RollCallTest {
  private static final Duration GRACE = Duration.ofSeconds(3);

  private final RollCall roll = new RollCall("self", GRACE);

  /** A look at the database so long after the one before; without it where the database is away. */
  record Look(long millis, boolean databaseThere, boolean aThere, boolean bThere) {
    boolean there(String name) {
      return name.equals("a") ? aThere : bThere;
    }
  }

  @Test
  void this_process_is_alive_before_and_whatever_the_database_says() {
    assertThat(roll.alive()).containsExactly("self");

    look(0, Map.of("self", false));
    look(10_000, Map.of());

    assertThat(roll.alive()).containsExactly("self");
    assertThat(roll.dead()).isEmpty();
  }

  @Test
  void a_node_is_dead_when_it_has_been_gone_for_the_grace_and_not_a_moment_earlier() {
    look(0, Map.of("a", true));
    look(500, Map.of("a", false));
    look(3499, Map.of("a", false));
    assertThat(roll.alive()).containsExactlyInAnyOrder("self", "a");
    assertThat(roll.dead()).isEmpty();

    look(3500, Map.of("a", false));
    assertThat(roll.alive()).containsExactly("self");
    assertThat(roll.dead()).containsExactly("a");
  }

  @Test
  void a_node_that_comes_back_within_the_grace_was_never_dead() {
    look(0, Map.of("a", true));
    look(500, Map.of());
    look(3000, Map.of("a", true));
    look(4000, Map.of());
    look(6000, Map.of());

    assertThat(roll.dead()).isEmpty();
    assertThat(roll.alive()).contains("a");
  }

  @Test
  void who_died_before_this_process_came_is_not_alive_and_is_told_dead_after_the_grace() {
    look(0, Map.of("a", false));
    assertThat(roll.alive()).containsExactly("self");
    assertThat(roll.dead()).isEmpty();

    look(3000, Map.of("a", false));
    assertThat(roll.dead()).containsExactly("a");
  }

  @Test
  void nobody_dies_of_the_database_being_away() {
    look(0, Map.of("a", true));
    look(500, Map.of("a", false));
    roll.looksAway();
    look(60_000, Map.of("a", false));

    assertThat(roll.alive()).contains("a");
    assertThat(roll.dead()).isEmpty();
  }

  @Test
  void who_is_buried_is_not_told_again() {
    look(0, Map.of("a", true));
    look(500, Map.of());
    look(4000, Map.of());

    roll.buried(roll.dead());
    look(4500, Map.of());

    assertThat(roll.dead()).isEmpty();
    assertThat(roll.alive()).containsExactly("self");
  }

  @Property
  void whoever_is_told_dead_was_gone_in_every_look_of_the_grace_and_the_database_was_there(
      @ForAll("looks") List<Look> looks) {
    RollCall roll = new RollCall("self", GRACE);
    List<Look> until = new ArrayList<>();
    long now = 0;
    for (Look look : looks) {
      now += look.millis();
      until.add(look);
      if (look.databaseThere()) {
        Map<String, Boolean> rows = new HashMap<>();
        rows.put("a", look.aThere());
        rows.put("b", look.bThere());
        roll.looked(rows, Duration.ofMillis(now).toNanos());
      } else {
        roll.looksAway();
      }
      for (String name : List.of("a", "b")) {
        assertThat(roll.dead().contains(name)).isEqualTo(goneForTheGrace(until, name));
        if (look.databaseThere() && look.there(name)) {
          assertThat(roll.alive()).contains(name);
        }
      }
    }
  }

  /** The law at its plainest: backwards from the last look to the first that found it. */
  private static boolean goneForTheGrace(List<Look> looks, String name) {
    long gone = 0;
    for (Look look : looks.reversed()) {
      if (!look.databaseThere() || look.there(name)) {
        return false;
      }
      if (gone >= GRACE.toMillis()) {
        return true;
      }
      gone += look.millis();
    }
    return false;
  }

  @Provide
  Arbitrary<List<Look>> looks() {
    return Combinators.combine(
            Arbitraries.longs().between(400, 2000),
            Arbitraries.frequency(Tuple.of(12, true), Tuple.of(1, false)),
            Arbitraries.frequency(Tuple.of(1, true), Tuple.of(4, false)),
            Arbitraries.frequency(Tuple.of(4, true), Tuple.of(1, false)))
        .as(Look::new)
        .list()
        .ofMaxSize(30)
        .withoutEdgeCases();
  }

  private void look(long millis, Map<String, Boolean> rows) {
    roll.looked(rows, Duration.ofMillis(millis).toNanos());
  }
}
