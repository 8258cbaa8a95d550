package dev.waymark.server.settings;

import java.util.Locale;

/** One setting as application.yml states it. */
record KnownSetting(String key, String defaultText, String description) {
  static final String ROOT = "waymark.";

  Kind kind() {
    return Kind.ofDefault(defaultText);
  }

  /** The key as it is written on the command line. */
  String option() {
    return key.substring(ROOT.length());
  }

  /**
   * Equal for every spelling of a key: {@code WAYMARK_MAX_AGE}, {@code waymark.max-age}, maxAge.
   */
  static String loose(String key) {
    return key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
