package dev.waymark.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.server.SharedServer;
import dev.waymark.server.contract.Rendering;
import dev.waymark.server.ids.AccountId;
import dev.waymark.server.ids.KeyId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What is kept of callers is used only while it is current. */
class CachedCallersTest {
  private static final KeyText KEY = new KeyText("wm_live_" + "k".repeat(43));
  private static final AccountId OWNER = new AccountId("acc_owner");
  private static final AccountId SANDBOX = new AccountId("acc_sandbox");

  private final SteeredChanges changes = new SteeredChanges();
  private final CachedCallers callers = callers(100);
  private int asked;
  private int version;
  private Runnable meanwhile = () -> {};

  private CachedCallers callers(int keys) {
    return new CachedCallers(this::stored, changes, new AccessSettings(keys));
  }

  private Optional<StoredCaller> stored(KeyHash hash) {
    asked++;
    Optional<StoredCaller> found =
        hash.equals(KeyHash.of(KEY))
            ? Optional.of(new StoredCaller(hash, caller(version), OWNER))
            : Optional.empty();
    meanwhile.run();
    return found;
  }

  @Test
  void a_caller_is_looked_up_once() {
    assertThat(seen()).isZero();
    version = 1;

    assertThat(seen()).isZero();
    assertThat(asked).isEqualTo(1);
  }

  @Test
  void a_caller_is_looked_up_each_time_where_changes_may_be_missed() {
    seen();
    changes.current = false;
    version = 1;

    assertThat(seen()).isEqualTo(1);
    assertThat(seen()).isEqualTo(1);
    assertThat(asked).isEqualTo(3);
  }

  @Test
  void what_was_looked_up_while_changes_may_have_been_missed_is_not_kept() {
    changes.current = false;
    seen();
    changes.current = true;
    version = 1;

    assertThat(seen()).isEqualTo(1);
  }

  @Test
  void a_key_that_does_not_exist_is_not_kept() {
    KeyText unknown = new KeyText("wm_live_" + "u".repeat(43));

    assertThat(callers.find(unknown)).isEmpty();
    assertThat(callers.find(unknown)).isEmpty();
    assertThat(asked).isEqualTo(2);
  }

  @Test
  void where_no_key_is_to_be_kept_none_is() {
    CachedCallers keepsNone = callers(0);

    keepsNone.find(KEY);
    keepsNone.find(KEY);

    assertThat(asked).isEqualTo(2);
  }

  @Test
  void a_change_holds_from_when_it_is_told() {
    for (AccountId account : List.of(OWNER, SANDBOX)) {
      seen();
      version++;

      changes.tell("account " + account.value());

      assertThat(seen()).isEqualTo(version);
    }
  }

  @Test
  void a_change_of_another_account_or_of_something_else_lets_go_of_nothing() {
    seen();

    changes.tell("account acc_other");
    changes.tell("acc_owner");
    changes.tell("");

    assertThat(seen()).isZero();
    assertThat(asked).isEqualTo(1);
  }

  @Test
  void a_change_made_here_holds_from_when_it_is_forgotten() {
    seen();
    version = 1;

    callers.forget(OWNER);

    assertThat(seen()).isEqualTo(1);
  }

  @Test
  void all_is_let_go_of_when_anything_may_have_changed() {
    seen();
    version = 1;

    changes.tellAnything();

    assertThat(seen()).isEqualTo(1);
  }

  @Test
  void what_was_read_before_a_change_is_not_kept_after_it() {
    meanwhile =
        () -> {
          version++;
          callers.forget(OWNER);
        };
    assertThat(seen()).isZero();
    meanwhile = () -> {};

    assertThat(seen()).isEqualTo(1);
  }

  /** What can happen between any two moments, also within a look-up. */
  enum Step {
    FIND,
    CHANGE,
    TELL,
    CHANGE_AND_FORGET,
    LOSE,
    REGAIN
  }

  @Property
  void no_call_sees_less_than_was_told_before_it_began(
      @ForAll @Size(max = 30) List<Step> steps, @ForAll @Size(max = 10) List<Integer> within) {
    Deque<Step> ahead = new ArrayDeque<>(steps);
    Deque<Integer> depths = new ArrayDeque<>(within);
    CachedCallersTest here = new CachedCallersTest();
    // While the database is read, and after it was, a few of the next steps happen.
    here.meanwhile =
        () -> {
          int count = depths.isEmpty() ? 0 : Math.floorMod(depths.pop(), 4);
          for (int index = 0; index < count && !ahead.isEmpty(); index++) {
            here.take(ahead.pop());
          }
        };
    while (!ahead.isEmpty()) {
      here.take(ahead.pop());
    }
    here.take(Step.FIND);
  }

  private int told;

  private void take(Step step) {
    switch (step) {
      case FIND -> {
        int least = changes.current ? told : version;
        assertThat(seen()).isGreaterThanOrEqualTo(least);
      }
      case CHANGE -> version++;
      case TELL -> {
        if (changes.current) {
          changes.tell("account " + OWNER.value());
          told = version;
        }
      }
      case CHANGE_AND_FORGET -> {
        version++;
        callers.forget(SANDBOX);
        told = version;
      }
      // What was not told yet never is.
      case LOSE -> changes.current = false;
      case REGAIN -> {
        if (!changes.current) {
          changes.tellAnything();
          changes.current = true;
          told = version;
        }
      }
    }
  }

  @Test
  void neither_a_caller_nor_what_it_is_found_by_tells_the_key() {
    assertThat(stored(KeyHash.of(KEY)).orElseThrow().toString())
        .contains("KeyHash[secret]")
        .doesNotContain(KEY.value());
  }

  private int seen() {
    return Integer.parseInt(callers.find(KEY).orElseThrow().accountName());
  }

  private static Caller caller(int version) {
    return new Caller(
        SANDBOX,
        Integer.toString(version),
        SharedServer.plan(0),
        Set.of(),
        new ApiKey(
            new KeyId("key_any"),
            "a test's",
            KEY.prefix(),
            Mode.TEST,
            Scope.OWN,
            Optional.empty(),
            Optional.empty(),
            Rendering.NATIVE,
            Instant.EPOCH,
            Optional.empty(),
            Optional.empty()));
  }
}
