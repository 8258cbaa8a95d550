package dev.waymark.conformance.provoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.wire.Exchange;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each operation is made to give each code that it lists; the answers are judged as they come. */
@ExtendWith(SubjectExtension.class)
final class EveryCodeTest {
  /** What nobody managed to provoke, and why. */
  private static final Map<String, String> UNREACHED =
      new TreeMap<>(
          Map.of(
              "listErrors OVERLOADED", "it needs neither the database nor the queue",
              "getError OVERLOADED", "it needs neither the database nor the queue"));

  private final Subject subject;

  EveryCodeTest(Subject subject) {
    this.subject = subject;
  }

  /** An operation and a code that it lists. */
  record Listed(Operation operation, String code) {
    @Override
    public String toString() {
      return operation.id() + " " + code;
    }
  }

  static Stream<Listed> listed() {
    return all().filter(one -> !UNREACHED.containsKey(one.toString()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("listed")
  @Rule({
    "ERR-01", "ERR-02", "ERR-03", "ERR-04", "ERR-05", "ERR-06", "ERR-07", "ERR-08", "ERR-09",
    "ERR-10", "RATE-06", "V-1", "O-5", "M-4"
  })
  void a_listed_code_can_be_provoked(Listed listed) {
    Recipes.Recipe recipe =
        Recipes.of(listed.code())
            .orElseThrow(() -> new AssertionError("How is " + listed + " provoked?"));
    GoodRequests requests = new GoodRequests(subject, subject.tenant());
    Exchange exchange = recipe.cook(new Recipes.Kitchen(subject, listed.operation(), requests));
    assertThat(exchange.code()).as("%s", exchange).isEqualTo(listed.code());
  }

  @Test
  @Rule("ERR-10")
  @SuppressWarnings("SystemOut") // Said to whoever reads the build's output.
  void what_is_not_reached_is_said_aloud_and_still_listed() {
    UNREACHED.forEach((what, why) -> System.out.println("UNREACHED: " + what + ": " + why));
    assertThat(all().map(Listed::toString)).containsAll(UNREACHED.keySet());
  }

  private static Stream<Listed> all() {
    return Contract.read().operations().stream()
        .flatMap(operation -> operation.codes().stream().map(code -> new Listed(operation, code)));
  }
}
