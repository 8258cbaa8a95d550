package dev.waymark.conformance.har;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.conformance.wire.Exchange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Exchanges out of a HAR 1.2 file, in the order in which they were sent. A body that is no text and
 * was not recorded is as many zero bytes as it was long.
 *
 * @param unanswered how many entries have no answer, and are left out
 * @param incomplete how many have an answer that was not recorded whole, and are left out
 */
public record HarReader(List<Exchange> exchanges, int unanswered, int incomplete) {
  public HarReader {
    exchanges = List.copyOf(exchanges);
  }

  /**
   * Reads one.
   *
   * @throws HarProblem if it is no HAR
   */
  public static HarReader of(String text) {
    JsonNode entries = entries(text);
    List<Exchange> exchanges = new ArrayList<>();
    int unanswered = 0;
    int incomplete = 0;
    for (int place = 0; place < entries.size(); place++) {
      HarEntry entry = new HarEntry(entries.path(place));
      if (!entry.isAnswered()) {
        unanswered++;
      } else if (entry.isIncomplete()) {
        incomplete++;
      } else {
        exchanges.add(entry.exchange(place));
      }
    }
    exchanges.sort(Comparator.comparing(Exchange::from));
    return new HarReader(exchanges, unanswered, incomplete);
  }

  private static JsonNode entries(String text) {
    try {
      JsonNode entries = new ObjectMapper().readTree(text).at("/log/entries");
      if (entries.isArray()) {
        return entries;
      }
      throw new HarProblem("it has no log.entries, which a HAR has");
    } catch (JsonProcessingException e) {
      throw new HarProblem("it is no JSON (line %d)".formatted(e.getLocation().getLineNr()));
    }
  }
}
