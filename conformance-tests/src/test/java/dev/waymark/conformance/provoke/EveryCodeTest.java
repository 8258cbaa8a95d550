package dev.waymark.conformance.provoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.wire.Exchange;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each operation is made to give each code that it lists; the answers are judged as they come. */
@ExtendWith(SubjectExtension.class)
final class EveryCodeTest {
  private final Subject subject;

  EveryCodeTest(Subject subject) {
    this.subject = subject;
  }

  static Stream<Listed> listed() {
    return Listed.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("listed")
  @Rule({
    "ERR-01", "ERR-02", "ERR-03", "ERR-04", "ERR-05", "ERR-06", "ERR-07", "ERR-08", "ERR-09",
    "ERR-10", "ERR-18", "ERR-19", "AUTH-06", "RATE-06", "RATE-10", "V-1", "O-5", "M-4"
  })
  void a_listed_code_can_be_provoked(Listed listed) {
    Kitchen kitchen = Kitchen.of(subject, listed.operation(), Manner.SILENT);
    Exchange exchange = listed.recipe().cook(kitchen);
    assertThat(exchange.code()).as("%s", exchange).isEqualTo(listed.code());
  }
}
