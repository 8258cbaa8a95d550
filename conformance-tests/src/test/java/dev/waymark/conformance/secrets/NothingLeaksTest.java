package dev.waymark.conformance.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Faults;
import dev.waymark.conformance.subject.GoodRequests;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import dev.waymark.conformance.wire.Shape;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A server that fails says so, and nothing of how it is built; the log has the cause. */
@ExtendWith(SubjectExtension.class)
final class NothingLeaksTest {
  private static final List<String> FAULTS =
      List.of(
          Faults.CLOCK_BROKEN + " 0",
          Faults.STORE_BROKEN + " 0",
          Faults.STORE_BROKEN + " 1",
          Faults.DATABASE_LOST + " 0");

  /** What names of classes, SQL, files and causes have in them. */
  private static final List<String> INNER =
      List.of(
          "broken by a test",
          "exception",
          "java",
          "dev.waymark",
          "micronaut",
          "netty",
          "jdbi",
          "postgres",
          "hikari",
          "sql",
          "select",
          "insert",
          "\tat ",
          ".kt",
          "/tmp",
          "/home",
          "connection");

  private final Subject subject;

  NothingLeaksTest(Subject subject) {
    this.subject = subject;
  }

  static Stream<Operation> operations() {
    return Contract.read().operations().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  @Rule({"SEC-04", "SEC-05"})
  void a_failure_shows_nothing_of_the_server_and_is_found_in_the_log(Operation operation) {
    for (Shape shape : Shape.values()) {
      subject.emptyWindows();
      Tenant tenant = subject.tenant();
      for (String fault : FAULTS) {
        Request request =
            new GoodRequests(subject, tenant)
                .of(operation)
                .with("Accept", shape.mediaType() + (shape == Shape.NATIVE ? ", */*;q=0.1" : ""))
                .with(Faults.HEADER, fault);
        Exchange exchange = tenant.send(request);
        if (exchange.status() >= 500) {
          assertThat(Shape.of(exchange)).as("%s: %s", fault, exchange).contains(shape);
          showsNothingInner(exchange);
          isLogged(exchange);
        }
      }
    }
  }

  private static void showsNothingInner(Exchange exchange) {
    String shown = (exchange.headers().map() + exchange.text()).toLowerCase(Locale.ROOT);
    // The one header that HTTP itself calls so.
    assertThat(shown.replace("connection=[close]", "")).as("%s", exchange).doesNotContain(INNER);
  }

  private void isLogged(Exchange exchange) {
    assertThat(subject.log().linesWith(exchange.require("X-Request-Id")))
        .as("%s", exchange)
        .anySatisfy(line -> assertThat(line).contains("broken by a test"));
  }
}
