package dev.waymark.conformance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sentences of the catalogue, as the kit reads them. */
final class TemplateTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "Use {a}. | {'a':'x'} | Use x.",
        "Use {a}. | {'a':['x','y']} | Use x, y.",
        "Use {a.b}. | {'a':{'b':1}} | Use 1.",
        "Use {a byte}. | {'a':1} | Use 1 byte.",
        "Use {a byte}. | {'a':0} | Use 0 bytes.",
        "Use[ {a} or] that. | {'a':'x'} | Use x or that.",
        "Use[ {a} or] that. | {} | Use that.",
        "Use[ {a} or] that. | {'a':'[y]'} | Use [y] or that.",
        "Use[ {a} {b}] that[ too]. | {'a':'x'} | Use that too.",
        "Use {a}. | {} | Use {a}.",
        "Wait {wait}. | {'retry':{'after_ms':1}} | Wait 1 second.",
        "Wait {wait}. | {'retry':{'after_ms':1001}} | Wait 2 seconds.",
        "At {resets_at}. | {'retry':{'resets_at':'noon'}} | At noon.",
      })
  void a_template_is_filled_and_its_pattern_holds_the_result(
      String template, String error, String sentence) throws JsonProcessingException {
    Template read = new Template(template);
    assertThat(read.filledFrom(JSON.readTree(error.replace('\'', '"')))).isEqualTo(sentence);
    assertThat(sentence).matches(read.pattern());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Use {a byte}. | Use 1 bytes.",
        "Use {a byte}. | Use 2 byte.",
        "Use {a byte}. | Use some bytes.",
        "Use {a}. | Use .",
        "Use[ {a} or] that. | Use x that.",
        "Use {a}. | use x.",
      })
  void what_cannot_come_of_a_template_is_not_in_its_pattern(String template, String sentence) {
    assertThat(sentence).doesNotMatch(new Template(template).pattern());
  }
}
