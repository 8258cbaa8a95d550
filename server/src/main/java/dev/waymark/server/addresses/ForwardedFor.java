package dev.waymark.server.addresses;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The chain of addresses in {@code X-Forwarded-For}: each proxy adds, at its right end, whom it got
 * the request from. So an entry is worth as much as the proxy that added it, and whatever stands
 * left of the first one that is not trusted is anyone's invention.
 */
final class ForwardedFor {
  /** As many trusted proxies in a row are more than any network has. */
  static final int MOST_HOPS = 32;

  // With a port, which some proxies add: 192.0.2.1:55, [2001:db8::1]:55.
  private static final Pattern ENTRY =
      Pattern.compile(
          "\\[(?<bracketed>(?=[^\\]]*:)[^\\[\\]]{2,128})](:[0-9]{1,5})?"
              + "|(?<dotted>[0-9.]{7,15}):[0-9]{1,5}"
              + "|(?<bare>[^\\[\\]]{2,128})");

  private ForwardedFor() {}

  /**
   * The last address of the chain that is not trusted. Where the chain ends, cannot be read on or
   * has too many trusted hops, the last of those hops.
   *
   * @param lines the values of the header, in the order they came
   */
  static IpAddress source(IpAddress peer, List<String> lines, Predicate<IpAddress> trusted) {
    IpAddress source = peer;
    int hops = 0;
    for (String line : lines.reversed()) {
      int end = line.length();
      while (end >= 0) {
        if (!trusted.test(source) || hops++ == MOST_HOPS) {
          return source;
        }
        int comma = line.lastIndexOf(',', end - 1);
        Optional<IpAddress> entry = read(line.substring(comma + 1, end).strip());
        if (entry.isEmpty()) {
          return source;
        }
        source = entry.get();
        end = comma;
      }
    }
    return source;
  }

  private static Optional<IpAddress> read(String entry) {
    Matcher matcher = ENTRY.matcher(entry);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String address =
        Stream.of("bracketed", "dotted", "bare")
            .map(matcher::group)
            .filter(Objects::nonNull)
            .findFirst()
            .orElseThrow();
    return IpAddress.read(address);
  }
}
