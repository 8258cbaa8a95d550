package dev.waymark.conformance.reports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.conformance.reports.RunReport.Entry;
import dev.waymark.conformance.rules.Rules;
import dev.waymark.conformance.verdicts.Evidence;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code report.json}: who was tested, by which kit, when and how to do it again, the counts, and
 * every obligation with its verdict. Exchanges stand once, under {@code exchanges}; {@code
 * evidence} of an entry are places in that list, from 0.
 */
public final class JsonReport {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectWriter PRETTY = JSON.writerWithDefaultPrettyPrinter();

  private JsonReport() {}

  public static String of(RunReport report, Rules rules) {
    ObjectNode root = JSON.createObjectNode();
    root.put("subject", report.subject());
    root.put("kit", report.kit());
    root.put("command", report.command());
    root.put("begun", report.begun().toString());
    root.put("took_ms", report.took().toMillis());
    root.put("exit_code", report.exitCode());
    root.put("summary", Sentences.verdict(report));
    ObjectNode counts = root.putObject("counts");
    report.counts().forEach((verdict, count) -> counts.put(Sentences.word(verdict), count));
    Map<Evidence, Integer> exchanges = new LinkedHashMap<>();
    ArrayNode entries = root.putArray("entries");
    report.entries().forEach(entry -> entry(entries.addObject(), entry, exchanges));
    ArrayNode shown = root.putArray("exchanges");
    exchanges
        .keySet()
        .forEach(one ->
            shown
                .addObject()
                .put("request", one.request())
                .put("answer", one.answer())
                .put("curl", one.curl()));
    ArrayNode unjudged = root.putArray("rules_not_judged");
    Sentences.unjudged(rules)
        .forEach(rule -> unjudged.addObject().put("id", rule.id()).put("rule", rule.rule()));
    try {
      return PRETTY.writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void entry(ObjectNode node, Entry entry, Map<Evidence, Integer> exchanges) {
    node.put("id", entry.obligation().id());
    node.put("claim", entry.obligation().claim().slug());
    node.put("level", entry.obligation().level().name());
    node.put("subject", entry.obligation().subject());
    node.put("promise", entry.obligation().promise());
    node.put("verdict", Sentences.word(entry.verdict()));
    node.put("text", entry.text());
    node.put("looks", entry.looks());
    ArrayNode evidence = node.putArray("evidence");
    for (Evidence one : Proofs.of(entry)) {
      Integer place = exchanges.putIfAbsent(one, exchanges.size());
      evidence.add(place == null ? exchanges.size() - 1 : place);
    }
  }
}
