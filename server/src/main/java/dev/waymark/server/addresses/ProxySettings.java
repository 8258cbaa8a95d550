package dev.waymark.server.addresses;

import dev.waymark.server.settings.ConfigurationFault;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.util.List;

/** The proxies before this server, as addresses and ranges: the only ones that are believed. */
@ConfigurationProperties("waymark.proxies")
record ProxySettings(List<String> trusted) {
  private static final int MOST = 1000;
  private static final int LONGEST_SHOWN = 64;

  ProxySettings {
    trusted = trusted.stream().map(String::strip).toList();
    if (trusted.size() > MOST) {
      throw new ConfigurationFault(
          "waymark.proxies.trusted has %d entries: name at most %d, as ranges such as 10.0.0.0/8."
              .formatted(trusted.size(), MOST));
    }
    trusted.forEach(ProxySettings::range);
  }

  List<AddressRange> ranges() {
    return trusted.stream().map(ProxySettings::range).toList();
  }

  private static AddressRange range(String text) {
    AddressRange range =
        AddressRange.read(text)
            .orElseThrow(() ->
                new ConfigurationFault(
                    "waymark.proxies.trusted has %s, which is no address: name addresses and ranges such as 10.0.0.0/8 or fd00::/8."
                        .formatted(
                            text.isEmpty()
                                ? "an empty entry"
                                : text.substring(0, Math.min(LONGEST_SHOWN, text.length())))));
    if (range.prefix() == 0) {
      // Then whatever a caller writes about itself would be believed.
      throw new ConfigurationFault(
          "waymark.proxies.trusted has %s, which is everyone: name the addresses of your proxies only."
              .formatted(text));
    }
    return range;
  }
}
