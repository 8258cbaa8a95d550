package dev.waymark.server.addresses;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The one text that an IPv6 address is written as (RFC 5952, section 4). */
final class CanonicalIpv6 {
  private static final int GROUPS = 8;

  private CanonicalIpv6() {}

  static String of(byte[] bytes) {
    int[] groups =
        IntStream.range(0, GROUPS)
            .map(index -> ((bytes[2 * index] & 0xff) << 8) | (bytes[2 * index + 1] & 0xff))
            .toArray();
    int start = 0;
    int length = 1;
    // The longest run of zeros is left out, of equally long ones the first; one zero alone is not.
    for (int from = 0; from < GROUPS; from++) {
      int zeros = zeros(groups, from);
      if (zeros > length) {
        start = from;
        length = zeros;
      }
    }
    return length == 1
        ? text(groups, 0, GROUPS)
        : text(groups, 0, start) + "::" + text(groups, start + length, GROUPS);
  }

  private static int zeros(int[] groups, int from) {
    int end = from;
    while (end < GROUPS && groups[end] == 0) {
      end++;
    }
    return end - from;
  }

  private static String text(int[] groups, int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(index -> Integer.toHexString(groups[index]))
        .collect(Collectors.joining(":"));
  }
}
