package dev.waymark.server.addresses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.server.settings.ConfigurationFault;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which proxies can be declared. */
class ProxySettingsTest {
  @Test
  void proxies_are_addresses_and_ranges() {
    assertThat(new ProxySettings(List.of("10.0.0.0/8", " ::1 ")).ranges())
        .extracting(AddressRange::prefix)
        .containsExactly(8, 128);
  }

  @ParameterizedTest
  @ValueSource(strings = {"proxy.example.com", "", "10.0.0.0/33", "0.0.0.0/0", "::/0"})
  void what_is_no_proxy_is_refused_with_what_would_be(String entry) {
    assertThatThrownBy(() -> new ProxySettings(List.of("10.0.0.1", entry)))
        .isInstanceOf(ConfigurationFault.class)
        .hasMessageStartingWith("waymark.proxies.trusted has ")
        .hasMessageContaining(": name ");
  }

  @Test
  void there_are_not_more_than_anyone_can_oversee() {
    assertThatThrownBy(() -> new ProxySettings(Collections.nCopies(1001, "10.0.0.1")))
        .isInstanceOf(ConfigurationFault.class);
  }
}
