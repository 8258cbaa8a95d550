package dev.waymark.server.addresses;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An IPv4 or IPv6 address and nothing else: no zone, no host name. An IPv4-mapped IPv6 address is
 * the IPv4 address that it stands for. No name is ever resolved.
 */
public record IpAddress(InetAddress value) {
  private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final String DOTTED = OCTET + "(\\." + OCTET + "){3}";

  // Octets of 01 and addresses of fewer parts are read differently here and there: they are none.
  private static final Pattern IPV4 = Pattern.compile(DOTTED);
  private static final Pattern IPV6 =
      Pattern.compile("(?=.*:)[0-9A-Fa-f:]{2,39}(?<end>(?<=:)" + DOTTED + ")?");

  public IpAddress {
    value = bare(value);
  }

  /** The address in its text form (RFC 4291), with or without a zone, or nothing. */
  public static Optional<IpAddress> read(String text) {
    int zone = text.indexOf('%');
    String bare = zone > 0 && text.indexOf(':') >= 0 ? text.substring(0, zone) : text;
    if (!IPV4.matcher(bare).matches() && !IPV6.matcher(bare).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new IpAddress(InetAddress.ofLiteral(bare)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  boolean isIpv4() {
    return value instanceof Inet4Address;
  }

  /** 4 bytes or 16. */
  byte[] bytes() {
    return value.getAddress();
  }

  /** In its canonical form (RFC 5952), such as {@code 203.0.113.7} or {@code 2001:db8::1}. */
  @Override
  public String toString() {
    return isIpv4() ? value.getHostAddress() : CanonicalIpv6.of(bytes());
  }

  private static InetAddress bare(InetAddress address) {
    try {
      return InetAddress.getByAddress(address.getAddress());
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address has 4 bytes or 16", e);
    }
  }
}
