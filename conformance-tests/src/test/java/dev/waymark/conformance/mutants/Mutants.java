package dev.waymark.conformance.mutants;

import java.util.List;
import java.util.stream.Stream;

/** All servers that break one clause. */
public final class Mutants {
  private Mutants() {}

  /** Each of them must be found to break the contract. Their names are unique. */
  public static List<Mutant> all() {
    return Stream.of(
            WrongStatuses.all(),
            WrongBodies.all(),
            WrongBodies.ofTheFramework(),
            WrongHeaders.all(),
            WrongWaits.all(),
            WrongLimits.all(),
            WrongMoney.all(),
            WrongReplays.all(),
            WrongLives.all(),
            WrongInputs.all(),
            WrongAccess.all(),
            WrongSecrets.all(),
            WrongLists.all(),
            WrongRenderings.all())
        .flatMap(List::stream)
        .toList();
  }
}
