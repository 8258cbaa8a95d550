package dev.waymark.server.addresses;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * All addresses of one family whose first {@code prefix} bits are those of {@code base}; what base
 * holds behind them does not matter. An IPv4-mapped IPv6 address or range is an IPv4 one.
 */
public record AddressRange(IpAddress base, int prefix) {
  private static final Pattern TEXT =
      Pattern.compile("(?<base>[0-9A-Fa-f:.]{2,45})(/(?<prefix>0|[1-9][0-9]{0,2}))?");
  private static final int MAPPED_BITS = 96;

  public AddressRange {
    if (prefix < 0 || prefix > base.bytes().length * Byte.SIZE) {
      throw new IllegalArgumentException("no address has %d bits".formatted(prefix));
    }
  }

  /**
   * An address, or a range in CIDR notation such as {@code 203.0.113.0/24}; nothing where the text
   * is neither. No zones: they mean something on one machine only.
   */
  public static Optional<AddressRange> read(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String written = matcher.group("base");
    return IpAddress.read(written)
        .flatMap(base -> of(base, written.contains(":"), matcher.group("prefix")));
  }

  private static Optional<AddressRange> of(
      IpAddress base, boolean writtenAsIpv6, @Nullable String prefix) {
    int bits = base.bytes().length * Byte.SIZE;
    if (prefix == null) {
      return Optional.of(new AddressRange(base, bits));
    }
    int mapped = base.isIpv4() && writtenAsIpv6 ? MAPPED_BITS : 0;
    int wanted = Integer.parseInt(prefix) - mapped;
    return wanted < 0 || wanted > bits
        ? Optional.empty()
        : Optional.of(new AddressRange(base, wanted));
  }

  public boolean contains(IpAddress address) {
    byte[] one = base.bytes();
    byte[] other = address.bytes();
    if (one.length != other.length) {
      return false;
    }
    int whole = prefix / Byte.SIZE;
    for (int index = 0; index < whole; index++) {
      if (one[index] != other[index]) {
        return false;
      }
    }
    int rest = prefix % Byte.SIZE;
    return rest == 0 || (one[whole] ^ other[whole]) >> (Byte.SIZE - rest) == 0;
  }
}
