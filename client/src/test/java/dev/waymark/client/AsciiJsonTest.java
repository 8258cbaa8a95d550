package dev.waymark.client;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class AsciiJsonTest {

  @Property
  void what_is_read_is_what_was_written(@ForAll String text) throws JsonProcessingException {
    String wellFormed = new String(text.getBytes(UTF_8), UTF_8);
    byte[] json = SharedApiClient.json().writeValueAsBytes(wellFormed);

    String ascii = new String(AsciiJson.escaped(json), US_ASCII);

    assertThat(SharedApiClient.json().readValue(ascii, String.class)).isEqualTo(wellFormed);
  }
}
