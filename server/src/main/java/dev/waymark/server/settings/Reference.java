package dev.waymark.server.settings;

import dev.waymark.server.words.EditDistance;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every setting there is, read from the {@code waymark} block of application.yml. */
record Reference(List<KnownSetting> settings) {
  static final String RESOURCE = "/application.yml";
  private static final Pattern LINE = Pattern.compile("( *)([a-z-]+):(?: (.*))?");

  Reference {
    settings = List.copyOf(settings);
  }

  /** A parser of our own, because the descriptions are comments, which YAML parsers drop. */
  static Reference read() {
    List<KnownSetting> settings = new ArrayList<>();
    String root = "";
    String section = "";
    String description = "";
    for (String line : text().lines().toList()) {
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches()) {
        description = line.strip().startsWith("# ") ? line.strip().substring(2) : "";
        continue;
      }
      int depth = matcher.group(1).length() / 2;
      String name = matcher.group(2);
      String value = Objects.requireNonNullElse(matcher.group(3), "");
      if (depth == 0) {
        root = name + ".";
        section = "";
      } else if (root.equals(KnownSetting.ROOT)) {
        section = depth == 1 ? "" : section;
        if (value.isEmpty()) {
          section = name + ".";
        } else {
          settings.add(
              new KnownSetting(root + section + name, value.replace("\"", ""), description));
        }
      }
      description = "";
    }
    return new Reference(settings);
  }

  /** The setting of that name in any spelling. */
  Optional<KnownSetting> find(String key) {
    String loose = KnownSetting.loose(key);
    return settings.stream()
        .filter(setting -> KnownSetting.loose(setting.key()).equals(loose))
        .findFirst();
  }

  /** The setting whose name is most like that key. */
  KnownSetting nearest(String key) {
    String loose = KnownSetting.loose(key);
    return settings.stream()
        .min(
            Comparator.comparingInt(
                setting -> EditDistance.between(loose, KnownSetting.loose(setting.key()))))
        .orElseThrow();
  }

  private static String text() {
    try (InputStream stream = Reference.class.getResourceAsStream(RESOURCE)) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
