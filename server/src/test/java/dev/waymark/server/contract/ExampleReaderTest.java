package dev.waymark.server.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.waymark.errors.ErrorCode;
import dev.waymark.server.ids.RequestId;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract's examples as errors, and those as bodies again. */
class ExampleReaderTest {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
  private static final Contract CONTRACT = new Contract();
  private static final Examples EXAMPLES = new Examples(CONTRACT);

  static Stream<Arguments> listed() {
    return CONTRACT.operations().stream()
        .flatMap(
            operation -> operation.errors().stream().map(code -> Arguments.of(operation, code)));
  }

  @ParameterizedTest
  @MethodSource("listed")
  void an_example_is_read_so_that_it_is_written_as_it_stood(Operation operation, ErrorCode code)
      throws IOException {
    Map<String, Object> written =
        ErrorBody.of(
            new AnsweredError(
                EXAMPLES.of(operation, code),
                URI.create("http://127.0.0.1:8080/docs/errors/" + code),
                new RequestId("req_01KAM3Q9T5X8Y2ZB4C6D7E8F9G"),
                Charge.NONE));

    assertThat(JSON.readTree(JSON.writeValueAsString(written)))
        .isEqualTo(JSON.readTree(JSON.writeValueAsString(CONTRACT.example(operation, code))));
  }

  @Test
  void a_code_that_an_operation_does_not_list_has_no_example() {
    Operation account = CONTRACT.operation("GET", "/api/v1/account").orElseThrow();

    assertThatIllegalStateException()
        .isThrownBy(() -> EXAMPLES.of(account, ErrorCode.OUTPUT_EXPIRED))
        .withMessageContaining("getAccount");
  }
}
