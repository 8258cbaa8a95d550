package dev.waymark.conformance.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.Store;

/**
 * A call that is wrong in any number of ways at once gets the answer of the check that comes first,
 * and uses up nothing of what stands later.
 */
final class AllAtOnceTest {
  /** Of those that cannot be wrong together, the first is. */
  private static final List<Set<Check>> ONE_OF =
      List.of(
          EnumSet.of(Check.UNKNOWN_PATH, Check.OTHER_METHOD),
          EnumSet.of(Check.NO_KEY, Check.UNKNOWN_KEY, Check.REVOKED_KEY));

  /** Where the thing that the call is about has to be made by a call that takes a slot. */
  private static final Set<String> LEFT_OUT = Set.of("getOutput", "getError", "getErrorPage");

  private final Subject subject =
      Store.getOrCreate(AllAtOnceTest.class, Lifespan.RUN, () -> new Server(Subject.start()))
          .get()
          .subject();

  /** One for all tries, closed after the last. */
  private record Server(Subject subject) implements Store.CloseOnReset {
    @Override
    public void close() {
      subject.close();
    }
  }

  /** An operation and all that is wrong with one call of it. */
  record Case(Operation operation, Set<Check> faults) {
    Optional<Check> first() {
      return faults.stream().sorted().findFirst();
    }

    @Override
    public String toString() {
      return operation + " wrong at " + faults;
    }
  }

  @Property(tries = 250)
  @Rule({
    "ORDER-01",
    "ORDER-02",
    "ORDER-03",
    "ORDER-04",
    "ORDER-05",
    "ORDER-06",
    "ORDER-07",
    "ORDER-08",
    "ORDER-09",
    "ORDER-10",
    "ORDER-12",
    "ORDER-13",
    "ORDER-14",
    "ORDER-15",
    "ORDER-16",
    "ORDER-17",
    "ORDER-18",
    "ORDER-19",
    "ORDER-20"
  })
  void whatever_is_wrong_at_once_the_first_check_answers_and_nothing_later_is_used_up(
      @ForAll("cases") Case one) {
    subject.emptyWindows();
    Faulty faulty = Faulty.of(subject, one.operation(), one.faults());
    Request request = faulty.prepared();
    Tenant tenant = faulty.tenant();
    long holds = tenant.wallet().count("hold");
    long balance = tenant.wallet().balance();
    Exchange exchange = faulty.send(request);
    assertThat(exchange.code())
        .as("%s", exchange)
        .isEqualTo(one.first().map(Check::code).orElse(""));
    if (one.first().isPresent()) {
      assertThat(tenant.wallet().count("hold")).isEqualTo(holds);
      assertThat(tenant.wallet().balance()).isEqualTo(balance);
      assertThat(keptAnswers(tenant)).isZero();
    }
    if (one.first().isPresent() && !one.faults().contains(Check.WINDOW_FULL)) {
      boolean counted = one.first().get().isBehindTheRate() && one.operation().isSecured();
      assertThat(faulty.remainingAfterOneMore())
          .as("%s", exchange)
          .isEqualTo(Faulty.CALLS - callsBefore(one) - (counted ? 1 : 0) - 1);
    }
    subject.studio().releaseAll();
  }

  @Provide
  Arbitrary<Case> cases() {
    List<Operation> operations =
        Contract.read().operations().stream()
            .filter(operation -> !LEFT_OUT.contains(operation.id()))
            .toList();
    return Arbitraries.of(operations)
        .flatMap(operation ->
            Arbitraries.of(applicable(operation))
                .set()
                .ofMaxSize(8)
                .map(faults -> new Case(operation, possible(faults))));
  }

  private static List<Check> applicable(Operation operation) {
    return Stream.of(Check.values())
        .filter(check -> operation.codes().contains(check.code()))
        .filter(check -> check != Check.FORCED || operation.isSecured())
        .filter(check -> check != Check.UNREADABLE || Spoiling.isPossible(operation))
        .toList();
  }

  private static Set<Check> possible(Set<Check> faults) {
    Set<Check> kept = EnumSet.noneOf(Check.class);
    faults.stream()
        .sorted()
        .filter(check ->
            ONE_OF.stream()
                .filter(group -> group.contains(check))
                .noneMatch(group -> kept.stream().anyMatch(group::contains)))
        .forEach(kept::add);
    return kept;
  }

  /** What it took to make the states. */
  private static long callsBefore(Case one) {
    boolean started =
        one.faults().contains(Check.NO_SLOT) || one.faults().contains(Check.KEY_REUSED);
    boolean made =
        Set.of("getGeneration", "cancelGeneration", "getRequest").contains(one.operation().id());
    return (started ? 1L : 0L) + (made ? 1L : 0L);
  }

  /** Kept first answers to the key that was free before the call. */
  private long keptAnswers(Tenant tenant) {
    return subject
        .jdbi()
        .withHandle(handle ->
            handle
                .createQuery(
                    "SELECT count(*) FROM idempotency_record WHERE account_id = :account AND key = 'fresh'")
                .bind("account", tenant.account())
                .mapTo(Long.class)
                .one());
  }
}
