package dev.waymark.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainNumbersTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @ValueSource(strings = {"7", "7.0", "7.000", "7e0", "0.7e1", "70E-1"})
  void a_whole_number_is_the_same_however_it_is_written(String written)
      throws JsonProcessingException {
    assertThat(PlainNumbers.in(JSON.readTree(written))).isEqualTo(JSON.readTree("7"));
  }

  @Test
  void numbers_are_found_at_any_depth() throws JsonProcessingException {
    JsonNode value = JSON.readTree("{\"a\":[1.0,{\"b\":20e1}],\"c\":\"1.0\",\"d\":2.50}");

    assertThat(PlainNumbers.in(value))
        .hasToString("{\"a\":[1,{\"b\":200}],\"c\":\"1.0\",\"d\":2.5}");
  }

  @Test
  void a_number_beyond_the_range_of_a_double_becomes_null() {
    assertThat(PlainNumbers.in(DoubleNode.valueOf(Double.POSITIVE_INFINITY)).isNull()).isTrue();
    assertThat(PlainNumbers.in(DecimalNode.valueOf(new BigDecimal("1e999999999"))).isNull())
        .isTrue();
    assertThat(PlainNumbers.in(DecimalNode.valueOf(new BigDecimal("1e-999999999"))).isNull())
        .isTrue();
  }

  @Property
  void doing_it_twice_changes_nothing(@ForAll double number) {
    JsonNode once = PlainNumbers.in(DoubleNode.valueOf(number));

    assertThat(PlainNumbers.in(once)).isEqualTo(once);
  }

  @Property
  void every_whole_number_keeps_its_value(@ForAll long number) {
    JsonNode plain = PlainNumbers.in(DecimalNode.valueOf(BigDecimal.valueOf(number)));

    assertThat(plain.isIntegralNumber()).isTrue();
    assertThat(plain.longValue()).isEqualTo(number);
  }
}
