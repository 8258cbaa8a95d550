package dev.waymark.conformance.benchmark;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.conformance.filter.Answer;
import dev.waymark.conformance.filter.Recorder;
import dev.waymark.conformance.wire.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Exchanges for tools that judge what was recorded: one JSON object a line, without keys and
 * without what was asked for. Of exchanges that differ only in ids, times and counts the first one
 * stands for all, whichever run they come from.
 */
final class Traffic implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern KEY = Pattern.compile("wm_(live|test)_[0-9A-Za-z_-]+");
  private static final Pattern VARYING =
      Pattern.compile(
          "[0-9A-HJKMNP-TV-Z]{26}|\"[0-9a-f]{32,64}\"|[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} [0-9:]{8} GMT|\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z|127\\.0\\.0\\.1:\\d+|(?<=cursor[\"=:]{1,3})[0-9A-Za-z_-]+"
              + "|(?<![\\w.-])[1-9]\\d{3,10}(?![\\w.])");
  private static final Pattern COUNTING = Pattern.compile("(?<![\\w.-])[1-9]\\d*(?![\\w.])");
  private static final Set<String> COUNTS =
      Set.of("x-ratelimit-remaining", "x-ratelimit-reset", "ratelimit", "x-credits-remaining");

  private final Writer out;
  private final Map<String, Integer> numbers = new HashMap<>();

  private Traffic(Writer out) {
    this.out = out;
  }

  static Traffic to(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      return new Traffic(Files.newBufferedWriter(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The exchanges of one run, by their numbers. */
  final class Run implements Recorder {
    private final Set<Integer> seen = ConcurrentHashMap.newKeySet();

    @Override
    public void record(Request asked, Answer answered) {
      if (asked.method().startsWith("(")) {
        return; // What was no request to anybody.
      }
      seen.add(number(asked, answered));
    }

    Set<Integer> seen() {
      return seen;
    }
  }

  Run run() {
    return new Run();
  }

  /** How many there are that differ. */
  synchronized int size() {
    return numbers.size();
  }

  private synchronized int number(Request asked, Answer answered) {
    return numbers.computeIfAbsent(likeness(asked, answered), _ -> written(asked, answered));
  }

  private static String likeness(Request asked, Answer answered) {
    String headers =
        answered.headers().stream()
            .map(header -> header.getKey() + ":" + masked(header.getKey(), header.getValue()))
            .sorted()
            .collect(Collectors.joining("\n"));
    String body = new String(answered.body(), ISO_8859_1);
    String route = asked.path().replaceAll("/[a-z]{3}_[^/]*|/[0-9A-Za-z_.-]{24,}", "/#");
    return String.join(
        "\n",
        asked.method() + " " + route + " " + answered.status(),
        asked.value("Accept").orElse(""),
        headers,
        VARYING.matcher(KEY.matcher(body).replaceAll("$1")).replaceAll("#"));
  }

  private static String masked(String name, String value) {
    String text = VARYING.matcher(value).replaceAll("#");
    return COUNTS.contains(name.toLowerCase(Locale.ROOT))
        ? COUNTING.matcher(text).replaceAll("#")
        : text;
  }

  private int written(Request asked, Answer answered) {
    ObjectNode line = JSON.createObjectNode();
    line.put("n", numbers.size()).put("method", asked.method()).put("target", asked.target());
    ObjectNode sent = line.putObject("asked");
    asked.value("Accept").ifPresent(accept -> sent.put("Accept", accept));
    line.put("status", answered.status());
    answered
        .headers()
        .forEach(header ->
            line.withArray("headers")
                .addArray()
                .add(header.getKey())
                .add(withoutKeys(header.getValue())));
    String body = withoutKeys(new String(answered.body(), ISO_8859_1));
    line.put("body", Base64.getEncoder().encodeToString(body.getBytes(ISO_8859_1)));
    try {
      out.write(JSON.writeValueAsString(line) + "\n");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return numbers.size();
  }

  /** As long as before, and no keys any more. */
  private static String withoutKeys(String text) {
    return KEY.matcher(text)
        .replaceAll(key -> key.group().substring(0, 8) + "0".repeat(key.group().length() - 8));
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
