package dev.waymark.conformance.laws.means;

import dev.waymark.conformance.suite.Bench;
import dev.waymark.conformance.suite.Broken;
import dev.waymark.conformance.suite.Case;
import dev.waymark.conformance.wire.NoAnswer;
import java.util.Set;
import java.util.function.Consumer;

/** A case that decides numbered rules. */
public record Law(String name, Set<String> decides, Consumer<Ruling> trial) implements Case {
  public Law {
    decides = Set.copyOf(decides);
  }

  public static Law of(String name, Consumer<Ruling> trial, String... decides) {
    return new Law(name, Set.of(decides), trial);
  }

  /** One that rests on generations that stay in flight for a while. */
  public static Law inTime(String name, Consumer<Ruling> trial, String... decides) {
    return of(
        name,
        ruling -> InTime.run(ruling.bench().target().passage(), () -> trial.accept(ruling)),
        decides);
  }

  /**
   * What goes wrong with the server breaks the rules that were not spoken of yet, even where
   * another case has found them kept.
   */
  @Override
  public void run(Bench bench) {
    Ruling ruling = new Ruling(bench, decides);
    try {
      trial.accept(ruling);
    } catch (Breach e) {
      ruling.broken(e.rule(), name + ": " + e.getMessage(), e.evidence());
    } catch (Broken | NoAnswer e) {
      ruling.restIsBroken(name + ": " + e.getMessage());
    }
  }
}
