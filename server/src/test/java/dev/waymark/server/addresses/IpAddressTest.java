package dev.waymark.server.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is an address, and how it is written. */
class IpAddressTest {
  @ParameterizedTest
  @CsvSource({
    "203.0.113.7, 203.0.113.7",
    "0.0.0.0, 0.0.0.0",
    "255.255.255.255, 255.255.255.255",
    "::, ::",
    "::1, ::1",
    "2001:DB8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
    "fe80::1%eth0, fe80::1",
    "fe80::1%, fe80::1",
    "::ffff:203.0.113.7, 203.0.113.7",
    "::ffff:cb00:7107, 203.0.113.7",
    "0:0:0:0:0:ffff:203.0.113.7, 203.0.113.7",
    "64:ff9b::203.0.113.7, 64:ff9b::cb00:7107"
  })
  void an_address_is_read_and_written_in_its_canonical_form(String text, String written) {
    assertThat(IpAddress.read(text)).map(IpAddress::toString).hasValue(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "1.2.3",
        "1.2.3.4.5",
        "256.1.1.1",
        "01.2.3.4",
        "1.2.3.4 ",
        " ::1",
        "1.2.3.4%eth0",
        "0x7f.1.1.1",
        "localhost",
        "example.com",
        "bad.beef",
        ":",
        ":::",
        "1::2::3",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "12345::",
        "::ffff:1.2.3",
        "::ffff:01.2.3.4",
        "1.2.3.4::",
        "[::1]",
        "::1/64",
        "%",
        "%eth0",
        "١.٢.٣.٤"
      })
  void what_is_no_address_is_none_and_is_never_asked_for(String text) {
    assertThat(IpAddress.read(text)).isEmpty();
  }

  @Property
  void an_address_is_the_one_that_it_was_written_as(@ForAll @Size(16) byte[] bytes)
      throws UnknownHostException {
    IpAddress address = new IpAddress(InetAddress.getByAddress(bytes));

    assertThat(IpAddress.read(address.toString())).hasValue(address);
    assertThat(IpAddress.read(address.value().getHostAddress())).hasValue(address);
  }

  @Property
  void no_text_at_all_fails(@ForAll String text) {
    assertThat(IpAddress.read(text))
        .satisfiesAnyOf(none -> assertThat(none).isEmpty(), some -> assertThat(some).isPresent());
  }

  @Property
  void an_ipv4_address_is_its_mapped_ipv6_address(@ForAll @Size(4) byte[] bytes)
      throws UnknownHostException {
    IpAddress address = new IpAddress(InetAddress.getByAddress(bytes));

    assertThat(IpAddress.read("::ffff:" + address)).hasValue(address);
    assertThat(IpAddress.read("0:0:0:0:0:FFFF:" + address + "%1")).hasValue(address);
  }
}
