package dev.waymark.conformance.laws.order;

import static dev.waymark.conformance.laws.order.Fault.CEILING;
import static dev.waymark.conformance.laws.order.Fault.ELSEWHERE;
import static dev.waymark.conformance.laws.order.Fault.KEY_REUSED;
import static dev.waymark.conformance.laws.order.Fault.MEDIA_TYPE;
import static dev.waymark.conformance.laws.order.Fault.NO_API;
import static dev.waymark.conformance.laws.order.Fault.NO_CREDITS;
import static dev.waymark.conformance.laws.order.Fault.NO_KEY;
import static dev.waymark.conformance.laws.order.Fault.NO_ROUTE;
import static dev.waymark.conformance.laws.order.Fault.NO_SCOPE;
import static dev.waymark.conformance.laws.order.Fault.OTHER_METHOD;
import static dev.waymark.conformance.laws.order.Fault.PARAMETERS;
import static dev.waymark.conformance.laws.order.Fault.QUOTA;
import static dev.waymark.conformance.laws.order.Fault.REVOKED_KEY;
import static dev.waymark.conformance.laws.order.Fault.TOO_LARGE;
import static dev.waymark.conformance.laws.order.Fault.UNACCEPTABLE;
import static dev.waymark.conformance.laws.order.Fault.UNKNOWN_MODEL;
import static dev.waymark.conformance.laws.order.Fault.UNREADABLE;

import dev.waymark.conformance.laws.means.Law;
import dev.waymark.conformance.laws.means.Ruling;
import dev.waymark.conformance.laws.schedules.Property;
import dev.waymark.conformance.suite.Case;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** When several things are wrong, the check that comes first answers. */
public final class OrderLaws {
  private static final String USES_NOTHING = "ORDER-12";
  private static final String ANY = "ORDER-21";
  private static final int TRIES = 8;
  private static final int MOST_FAULTS = 5;
  private static final int SHRINKS = 10;

  private record Wrong(String rule, Set<Fault> faults) {}

  private static final List<Wrong> PAIRS =
      List.of(
          new Wrong("ORDER-01", Set.of(NO_ROUTE, TOO_LARGE)),
          new Wrong("ORDER-01", Set.of(OTHER_METHOD, MEDIA_TYPE)),
          new Wrong("ORDER-01", Set.of(NO_ROUTE, NO_KEY)),
          new Wrong("ORDER-14", Set.of(MEDIA_TYPE, UNACCEPTABLE, TOO_LARGE)),
          new Wrong("ORDER-14", Set.of(UNACCEPTABLE, TOO_LARGE)),
          new Wrong("ORDER-02", Set.of(MEDIA_TYPE, NO_KEY)),
          new Wrong("ORDER-02", Set.of(TOO_LARGE, NO_KEY)),
          new Wrong(ANY, Set.of(NO_KEY, UNREADABLE)),
          new Wrong("ORDER-15", Set.of(REVOKED_KEY, ELSEWHERE)),
          new Wrong("ORDER-03", Set.of(REVOKED_KEY, NO_API)),
          new Wrong("ORDER-16", Set.of(ELSEWHERE, NO_API)),
          new Wrong("ORDER-06", Set.of(UNREADABLE, KEY_REUSED)),
          new Wrong("ORDER-17", Set.of(KEY_REUSED, NO_SCOPE)),
          new Wrong("ORDER-07", Set.of(KEY_REUSED, PARAMETERS)),
          new Wrong("ORDER-18", Set.of(NO_SCOPE, UNKNOWN_MODEL, PARAMETERS)),
          new Wrong("ORDER-08", Set.of(UNKNOWN_MODEL, CEILING)),
          new Wrong("ORDER-08", Set.of(PARAMETERS, NO_CREDITS)),
          new Wrong("ORDER-19", Set.of(CEILING, QUOTA)),
          new Wrong("ORDER-09", Set.of(CEILING, NO_CREDITS)),
          new Wrong("ORDER-20", Set.of(QUOTA, NO_CREDITS)));

  private OrderLaws() {}

  /** Random faults come from the seed. */
  public static List<Case> all(long seed) {
    List<Case> cases = new ArrayList<>();
    PAIRS.forEach(pair ->
        cases.add(
            Law.of(
                "wrong at " + pair.faults().stream().sorted().toList(),
                ruling -> {
                  Faulty.judge(ruling.bench(), pair.rule(), USES_NOTHING, pair.faults());
                  ruling.restIsKept("the first check answers to " + pair.faults());
                },
                pair.rule(),
                USES_NOTHING)));
    cases.add(Law.of("wrong at anything", ruling -> any(ruling, seed), ANY, USES_NOTHING));
    cases.addAll(FullWindow.all());
    return cases;
  }

  private static void any(Ruling ruling, long seed) {
    List<Fault> all = List.of(Fault.values());
    new Property<>(
            seed,
            TRIES,
            MOST_FAULTS,
            SHRINKS,
            random -> all.get(random.nextInt(all.size())),
            _ -> List.of(),
            (List<Fault> faults) -> Faulty.judge(ruling.bench(), ANY, USES_NOTHING, faults))
        .require();
    ruling.restIsKept("the first check answers, whatever is wrong, with seed " + seed);
  }
}
