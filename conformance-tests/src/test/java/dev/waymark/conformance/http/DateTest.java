package dev.waymark.conformance.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Generate;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.RawRequest;
import dev.waymark.conformance.wire.Request;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The first days of a month have one digit only in the formatters of the JDK. */
final class DateTest {
  @Test
  @Rule("HTTP-13")
  void every_answer_carries_its_date_with_two_digits_for_the_day() {
    try (Subject subject = Subject.start()) {
      subject.time().pass(Duration.ofHours(25));
      JsonNode finished = subject.tenant().finished("a fox");
      URI output = URI.create(finished.path("output_url").asText());

      List<Exchange> answers =
          List.of(
              subject.tenant().send(Generate.studio("x")),
              subject.tenant().get("/api/v1/generations/gen_none"),
              subject.wire().send(Request.get("/docs/errors/RATE_LIMIT")),
              subject.wire().send(Request.get(output.getPath())),
              subject.wire().sendRaw(new RawRequest("nonsense\r\n\r\n")));

      assertThat(answers).extracting(Exchange::status).containsExactly(202, 404, 200, 200, 400);
      assertThat(answers)
          .extracting(answer -> answer.header("Date").orElse(""))
          .containsOnly("Fri, 02 Jan 2026 01:00:00 GMT");
    }
  }
}
