package dev.waymark.conformance.reports;

import dev.waymark.conformance.reports.RunReport.Entry;
import dev.waymark.conformance.verdicts.Evidence;
import dev.waymark.conformance.verdicts.Verdict;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * {@code junit.xml} as build servers read it: a suite for each subject, a test case for each
 * obligation. FAIL and STALE are failures, HARNESS-ERROR is an error; what was not looked at, not
 * claimed, or is known to be broken, is skipped with the reason.
 */
public final class JunitReport {
  private JunitReport() {}

  public static String of(RunReport report) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      line(xml);
      xml.writeStartElement("testsuites");
      attribute(xml, "name", "Waymark conformance: " + report.subject());
      counts(xml, report.entries(), false);
      attribute(xml, "time", seconds(report));
      suites(report).forEach((subject, entries) -> suite(xml, report, subject, entries));
      line(xml);
      xml.writeEndElement();
      xml.writeEndDocument();
      line(xml);
      return text.toString();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("junit.xml cannot be written", e);
    }
  }

  private static Map<String, List<Entry>> suites(RunReport report) {
    return report.entries().stream()
        .collect(
            Collectors.groupingBy(
                entry -> entry.obligation().subject(), LinkedHashMap::new, Collectors.toList()));
  }

  private static void suite(
      XMLStreamWriter xml, RunReport report, String subject, List<Entry> entries) {
    try {
      line(xml);
      xml.writeStartElement("testsuite");
      attribute(xml, "name", subject);
      counts(xml, entries, true);
      attribute(xml, "time", "0");
      attribute(xml, "timestamp", report.begun().toString().replaceAll("(\\.\\d+)?Z$", ""));
      for (Entry entry : entries) {
        testCase(xml, entry);
      }
      line(xml);
      xml.writeEndElement();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("junit.xml cannot be written", e);
    }
  }

  private static void testCase(XMLStreamWriter xml, Entry entry) throws XMLStreamException {
    line(xml);
    xml.writeStartElement("testcase");
    attribute(xml, "classname", "waymark." + entry.obligation().subject());
    attribute(xml, "name", entry.obligation().id());
    attribute(xml, "time", "0");
    switch (entry.verdict()) {
      case PASS -> {}
      case WARN -> {
        xml.writeStartElement("system-out");
        xml.writeCharacters(clean("WARN " + entry.text()));
        xml.writeEndElement();
      }
      case FAIL, STALE -> outcome(xml, "failure", entry);
      case HARNESS_ERROR -> outcome(xml, "error", entry);
      default -> {
        xml.writeEmptyElement("skipped");
        attribute(xml, "message", Sentences.word(entry.verdict()) + ": " + entry.text());
      }
    }
    xml.writeEndElement();
  }

  private static void outcome(XMLStreamWriter xml, String element, Entry entry)
      throws XMLStreamException {
    xml.writeStartElement(element);
    attribute(xml, "type", Sentences.word(entry.verdict()));
    attribute(xml, "message", entry.text());
    StringBuilder text = new StringBuilder(entry.obligation().promise());
    for (Evidence one : entry.evidence()) {
      text.append("\n\n").append(one.curl()).append("\n\n").append(one.answer());
    }
    xml.writeCharacters(clean(text.toString()));
    xml.writeEndElement();
  }

  private static void counts(XMLStreamWriter xml, List<Entry> entries, boolean withSkipped)
      throws XMLStreamException {
    attribute(xml, "tests", String.valueOf(entries.size()));
    attribute(xml, "failures", count(entries, Verdict.FAIL, Verdict.STALE));
    attribute(xml, "errors", count(entries, Verdict.HARNESS_ERROR));
    if (withSkipped) {
      attribute(
          xml,
          "skipped",
          count(entries, Verdict.SKIP, Verdict.UNREACHED, Verdict.NOT_CLAIMED, Verdict.KNOWN_FAIL));
    }
  }

  private static String count(List<Entry> entries, Verdict... verdicts) {
    List<Verdict> wanted = List.of(verdicts);
    return String.valueOf(
        entries.stream().filter(entry -> wanted.contains(entry.verdict())).count());
  }

  private static String seconds(RunReport report) {
    return String.format(Locale.ROOT, "%.3f", report.took().toMillis() / 1000.0);
  }

  private static void attribute(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeAttribute(name, clean(value));
  }

  private static void line(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeCharacters("\n");
  }

  /** Without the characters that XML 1.0 cannot have, however they are written. */
  private static String clean(String text) {
    return text.codePoints()
        .map(point -> isOfXml(point) ? point : 0xFFFD)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isOfXml(int point) {
    return point == '\t'
        || point == '\n'
        || point == '\r'
        || (point >= 0x20 && point <= 0xD7FF)
        || (point >= 0xE000 && point <= 0xFFFD)
        || point >= 0x10000;
  }
}
