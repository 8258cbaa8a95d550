package dev.waymark.conformance.targets;

import dev.waymark.conformance.spelling.Nearest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mapping of a profile file, read strictly: a field that is not known is refused, and so is a
 * value of another type.
 *
 * @param where what the mapping is called in messages; empty for the whole file
 */
record Fields(String file, String where, Map<?, ?> values) {
  private static final Pattern TIME = Pattern.compile("(\\d{1,6}) ?(ms|s|m)");

  /** The whole of a file. */
  static Fields read(Path file, Set<String> known) {
    return of(file.toString(), "", ProfileYaml.read(file), known);
  }

  static Fields of(String file, String where, Object value, Set<String> known) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new ProfileProblem(
          "%s: %s holds fields (name: value), and this is %s."
              .formatted(file, where.isEmpty() ? "a profile" : where, shown(value)));
    }
    map.keySet().forEach(name -> requireKnown(file, where, String.valueOf(name), known));
    return new Fields(file, where, map);
  }

  private static void requireKnown(String file, String where, String name, Set<String> known) {
    if (!known.contains(name)) {
      List<String> near = Nearest.to(name, known, 1);
      throw new ProfileProblem(
          "%s: there is no field \"%s\"%s; %s."
              .formatted(
                  file,
                  name,
                  where.isEmpty() ? "" : " in " + where,
                  near.isEmpty()
                      ? "there are " + String.join(", ", new TreeSet<>(known))
                      : "did you mean \"" + near.getFirst() + "\""));
    }
  }

  Optional<Object> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  Optional<String> text(String name) {
    return value(name)
        .map(value -> {
          if (value instanceof Map || value instanceof List) {
            throw problem(name, "is one word or sentence", value);
          }
          return String.valueOf(value);
        });
  }

  Optional<Integer> number(String name) {
    return value(name)
        .map(value -> {
          if (value instanceof Integer number && number >= 0) {
            return number;
          }
          throw problem(name, "is a whole number, 0 or more", value);
        });
  }

  Optional<Duration> time(String name) {
    return text(name)
        .map(text -> {
          Matcher matcher = TIME.matcher(text);
          if (!matcher.matches()) {
            throw problem(name, "is a time like 30s, 500ms or 2m", text);
          }
          long amount = Long.parseLong(matcher.group(1));
          return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            default -> Duration.ofMinutes(amount);
          };
        });
  }

  List<?> list(String name) {
    Object value = value(name).orElse(List.of());
    if (value instanceof List<?> list) {
      return list;
    }
    throw problem(name, "is a list, as [one, other]", value);
  }

  /** The fields under a name, which are none where it is not there. */
  Fields under(String name, Set<String> known) {
    return of(file, name, value(name).orElse(Map.of()), known);
  }

  ProfileProblem problem(String name, String rule, Object value) {
    return new ProfileProblem("%s: %s %s, and not %s.".formatted(file, name, rule, shown(value)));
  }

  private static String shown(Object value) {
    return switch (value) {
      case Map<?, ?> _ -> "a mapping";
      case List<?> _ -> "a list";
      case String text when text.isBlank() -> "empty";
      default -> "\"" + value + "\"";
    };
  }
}
