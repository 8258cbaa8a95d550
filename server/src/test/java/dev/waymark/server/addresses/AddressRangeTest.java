package dev.waymark.server.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses a range holds. */
class AddressRangeTest {
  @ParameterizedTest
  @CsvSource({
    "203.0.113.0/24, 203.0.113.255, true",
    "203.0.113.0/24, 203.0.114.0, false",
    "203.0.113.9/24, 203.0.113.1, true",
    "203.0.113.7, 203.0.113.7, true",
    "203.0.113.7, 203.0.113.6, false",
    "203.0.113.7/32, ::ffff:203.0.113.7, true",
    "::ffff:203.0.113.0/120, 203.0.113.200, true",
    "::ffff:203.0.113.0/120, 203.0.112.200, false",
    "::ffff:203.0.113.7, 203.0.113.7, true",
    "::ffff:0:0/96, 203.0.113.7, true",
    "0.0.0.0/0, 203.0.113.7, true",
    "0.0.0.0/0, 2001:db8::1, false",
    "::/0, 2001:db8::1, true",
    "::/0, 203.0.113.7, false",
    "2001:db8::/32, 2001:db8:ffff::1, true",
    "2001:db8::/33, 2001:db8:8000::1, false",
    "fe80::/10, fe80::1%eth0, true",
    "128.0.0.0/1, 255.0.0.1, true",
    "128.0.0.0/1, 127.0.0.1, false"
  })
  void a_range_holds_the_addresses_that_begin_as_it_does(
      String range, String address, boolean holds) {
    assertThat(AddressRange.read(range).orElseThrow().contains(read(address))).isEqualTo(holds);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/8",
        "10.0.0.0/",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/08",
        "10.0.0.0/+8",
        "10.0.0.0/8/8",
        "10.0.0.0/255.0.0.0",
        "10.0.0.0 /8",
        "10/8",
        "10.0.0.*",
        "10.0.0.1-10.0.0.9",
        "::/129",
        "::ffff:10.0.0.0/95",
        "::ffff:10.0.0.0/129",
        "fe80::1%eth0",
        "fe80::%eth0/64",
        "example.com",
        "example.com/24"
      })
  void what_is_no_range_is_none(String text) {
    assertThat(AddressRange.read(text)).isEmpty();
  }

  @Property
  void a_range_goes_by_its_first_bits_alone(
      @ForAll("addresses") IpAddress base,
      @ForAll("addresses") IpAddress other,
      @ForAll @IntRange(max = 128) int wanted,
      @ForAll @IntRange(max = 128) int flipped) {
    int bits = base.bytes().length * Byte.SIZE;
    int prefix = wanted % (bits + 1);
    AddressRange range = AddressRange.read(base + "/" + prefix).orElseThrow();

    assertThat(range.contains(base)).isTrue();
    assertThat(range.contains(other))
        .isEqualTo(
            other.bytes().length == base.bytes().length
                && first(prefix, base).equals(first(prefix, other)));
    int bit = flipped % bits;
    assertThat(range.contains(withFlippedBit(base, bit))).isEqualTo(bit >= prefix);
  }

  @Provide
  Arbitrary<IpAddress> addresses() {
    return Arbitraries.of(4, 16)
        .flatMap(size -> Arbitraries.bytes().array(byte[].class).ofSize(size))
        .map(AddressRangeTest::of);
  }

  private static BigInteger first(int bits, IpAddress address) {
    return new BigInteger(1, address.bytes()).shiftRight(address.bytes().length * Byte.SIZE - bits);
  }

  private static IpAddress withFlippedBit(IpAddress address, int bit) {
    byte[] bytes = address.bytes();
    bytes[bit / Byte.SIZE] ^= (byte) (0x80 >> bit % Byte.SIZE);
    return of(bytes);
  }

  private static IpAddress of(byte[] bytes) {
    try {
      return new IpAddress(InetAddress.getByAddress(bytes));
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }

  private static IpAddress read(String text) {
    return IpAddress.read(text).orElseThrow();
  }
}
