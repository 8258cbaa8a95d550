package dev.waymark.server.contract;

import dev.waymark.server.settings.ConfigurationFault;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Which pages may call from a browser: all, some, or none. */
@ConfigurationProperties("waymark.cors")
record CorsSettings(String origins) {
  private static final String ALL = "*";
  private static final Pattern ORIGIN =
      Pattern.compile("[a-z][a-z0-9+.-]*://([a-z0-9.-]+|\\[[0-9a-f:.]+])(:\\d{1,5})?");

  CorsSettings {
    for (String origin : split(origins)) {
      if (!origins.strip().equals(ALL) && !ORIGIN.matcher(origin).matches()) {
        throw new ConfigurationFault(
            "waymark.cors.origins has \"%s\": set it to origins such as https://app.example.com, separated by commas, to * for all, or leave it empty for none."
                .formatted(origin));
      }
    }
  }

  boolean all() {
    return origins.strip().equals(ALL);
  }

  boolean none() {
    return origins.isBlank();
  }

  boolean allows(String origin) {
    return all() || split(origins).contains(origin);
  }

  private static List<String> split(String origins) {
    return Arrays.stream(origins.split(",", -1))
        .map(String::strip)
        .filter(origin -> !origin.isEmpty())
        .toList();
  }
}
