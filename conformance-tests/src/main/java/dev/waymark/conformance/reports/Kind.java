package dev.waymark.conformance.reports;

import dev.waymark.conformance.obligations.Obligation;
import dev.waymark.conformance.reports.RunReport.Entry;
import dev.waymark.conformance.verdicts.Verdict;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What came out in the same way in one or many places: the same clause, or the same rule, with the
 * same verdict in the same words. It is one thing to do.
 *
 * @param clause its last word, or the rule's id
 * @param entries in the report's order
 */
public record Kind(Verdict verdict, String clause, String text, List<Entry> entries) {
  private static final String OF_ALL =
      "(?s)(the client says nothing of the call: |the call was never sent|it tells a success).*";

  private record Key(Verdict verdict, String clause, String text) {
    static Key of(Entry entry) {
      Obligation one = entry.obligation();
      String id = one.id();
      if (one.claim().isOfClients()) {
        return ofClients(entry);
      }
      return new Key(
          entry.verdict(),
          one.isOfRow() ? id.substring(id.lastIndexOf('/') + 1) : id,
          entry.text());
    }

    /** The same in several cases is one thing; what a driver did wrong is no rule's. */
    private static Key ofClients(Entry entry) {
      String id = entry.obligation().id();
      String reason = reason(entry);
      String last = id.substring(id.lastIndexOf('/') + 1);
      return new Key(entry.verdict(), reason.matches(OF_ALL) ? "client" : last, reason);
    }
  }

  /** Its text; of a client without what is another one in each case, though it is the same. */
  public static String reason(Entry entry) {
    return entry.obligation().claim().isOfClients()
        ? entry
            .text()
            .replaceFirst("^[a-z0-9-]+: ", "")
            .replaceFirst("(?s)(; open were | met |, and the answer |; and also: ).*", "")
        : entry.text();
  }

  /** The weightiest first, and of those what stands in the most places. */
  public static List<Kind> of(Collection<Entry> entries) {
    Map<Key, List<Entry>> kinds =
        entries.stream()
            .collect(Collectors.groupingBy(Key::of, LinkedHashMap::new, Collectors.toList()));
    return kinds.entrySet().stream()
        .map(kind ->
            new Kind(
                kind.getKey().verdict(),
                kind.getKey().clause(),
                kind.getValue().getFirst().text(),
                List.copyOf(kind.getValue())))
        .sorted(
            Comparator.comparing(Kind::verdict).thenComparingInt(kind -> -kind.entries().size()))
        .toList();
  }

  /** The id of the first place. */
  public String first() {
    return entries.getFirst().obligation().id();
  }
}
