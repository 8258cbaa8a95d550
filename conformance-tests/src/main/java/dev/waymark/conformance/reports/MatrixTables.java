package dev.waymark.conformance.reports;

import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.obligations.Obligations;
import dev.waymark.conformance.obligations.Row;
import dev.waymark.conformance.oracles.Clause;
import dev.waymark.conformance.reports.RunReport.Entry;
import dev.waymark.conformance.verdicts.Verdict;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One table for each operation: rows are its answers, columns what an answer owes. */
final class MatrixTables {
  private final Obligations obligations;
  private final Map<String, Entry> byId;
  private final Map<String, List<Entry>> byOperation;

  MatrixTables(RunReport report, Obligations obligations) {
    this.obligations = obligations;
    this.byId =
        report.entries().stream()
            .collect(Collectors.toMap(entry -> entry.obligation().id(), Function.identity()));
    this.byOperation =
        report.entries().stream()
            .filter(entry -> entry.obligation().isOfRow())
            .collect(Collectors.groupingBy(entry -> entry.obligation().subject()));
  }

  /** All operations with a bar of what became of them; nothing where none was judged. */
  String overview() {
    String lines = operations().stream().map(this::overview).collect(Collectors.joining());
    return lines.isEmpty()
        ? ""
        : """
        <section>
        <h2>Operations</h2>
        <p class="tools" hidden><label><input type="checkbox" id="only"> only what is not kept</label>
        <label>find <input type="search" id="find" placeholder="429, RATE_LIMIT, startGen…"></label></p>
        <ul class="operations">
        %s</ul>
        </section>
        """
            .formatted(lines);
  }

  String all() {
    return operations().stream().map(this::table).collect(Collectors.joining());
  }

  private List<Operation> operations() {
    return obligations.contract().operations().stream()
        .filter(operation -> !entries(operation).isEmpty())
        .toList();
  }

  private String overview(Operation operation) {
    Map<Verdict, Long> counts = counts(operation);
    String parts =
        counts.entrySet().stream()
            .map(count ->
                "<i class=\"%s\" style=\"flex:%d\"></i>"
                    .formatted(Html.letter(count.getKey()), count.getValue()))
            .collect(Collectors.joining());
    return """
    <li><a href="#op-%s">%1$s</a> <span class="bar" aria-hidden="true">%s</span> <small>%s</small></li>
    """
        .formatted(Html.text(operation.id()), parts, words(counts));
  }

  private String table(Operation operation) {
    Map<Verdict, Long> counts = counts(operation);
    boolean needsYou =
        counts.keySet().stream()
            .anyMatch(verdict ->
                verdict.breaks() || verdict == Verdict.HARNESS_ERROR || verdict == Verdict.WARN);
    String heads =
        Arrays.stream(Clause.values())
            .map(clause ->
                "<th scope=\"col\" title=\"%s\"><span>%s</span></th>"
                    .formatted(Html.text(clause.promise()), clause.slug()))
            .collect(Collectors.joining());
    String rows =
        obligations.rows().stream()
            .filter(row -> row.operation().id().equals(operation.id()))
            .map(this::row)
            .collect(Collectors.joining());
    return """
    <details class="operation" id="op-%s"%s>
    <summary><h3>%1$s</h3> <code>%s %s</code> <small>%s</small></summary>
    <div class="scroll"><table>
    <thead><tr><th scope="col" class="answer">answer</th>%s</tr></thead>
    <tbody>
    %s</tbody>
    </table></div>
    </details>
    """
        .formatted(
            Html.text(operation.id()),
            needsYou ? " open" : "",
            operation.method(),
            Html.text(operation.path()),
            words(counts),
            heads,
            rows);
  }

  private String row(Row row) {
    Map<Clause, Entry> entries = new EnumMap<>(Clause.class);
    for (Clause clause : Clause.values()) {
      Optional.ofNullable(byId.get(row.id(clause))).ifPresent(one -> entries.put(clause, one));
    }
    if (entries.isEmpty()) {
      return "";
    }
    boolean isKept = entries.values().stream().allMatch(entry -> entry.verdict() == Verdict.PASS);
    String id = Html.text(row.id());
    StringBuilder cells = new StringBuilder();
    for (Clause clause : Clause.values()) {
      cells.append(cell(id, clause, Optional.ofNullable(entries.get(clause))));
    }
    return "<tr class=\"row%s\"><th scope=\"row\" class=\"answer\"><a href=\"#%s\">%d <span>%s</span></a></th>%s</tr>\n"
            .formatted(isKept ? " kept" : "", id, row.status(), Html.text(row.code()), cells)
        + Proof.row(row, List.copyOf(entries.values()), Clause.values().length + 1);
  }

  private static String cell(String id, Clause clause, Optional<Entry> entry) {
    if (entry.isEmpty()) {
      return "<td>·</td>";
    }
    char letter = Html.letter(entry.get().verdict());
    return "<td class=\"%s\"><a href=\"#%s\" title=\"%s: %s\">%1$s</a></td>"
        .formatted(letter, id, clause.slug(), Sentences.word(entry.get().verdict()));
  }

  private List<Entry> entries(Operation operation) {
    return byOperation.getOrDefault(operation.id(), List.of());
  }

  private Map<Verdict, Long> counts(Operation operation) {
    return entries(operation).stream()
        .collect(
            Collectors.groupingBy(
                Entry::verdict, () -> new EnumMap<>(Verdict.class), Collectors.counting()));
  }

  private static String words(Map<Verdict, Long> counts) {
    return counts.entrySet().stream()
        .map(count -> Sentences.word(count.getKey()) + " " + count.getValue())
        .collect(Collectors.joining(" · "));
  }
}
