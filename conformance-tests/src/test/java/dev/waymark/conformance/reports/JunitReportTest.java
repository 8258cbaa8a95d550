package dev.waymark.conformance.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.verdicts.Verdict;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** {@code junit.xml} is what build servers read, and says what the run said. */
final class JunitReportTest {
  /** The elements and attributes that Surefire and Jenkins know, and nothing else. */
  private static final Map<String, Set<String>> FORM =
      Map.of(
          "testsuites", Set.of("name", "time", "tests", "failures", "errors"),
          "testsuite",
              Set.of("name", "tests", "failures", "errors", "time", "skipped", "timestamp"),
          "testcase", Set.of("name", "time", "classname"),
          "failure", Set.of("type", "message"),
          "error", Set.of("type", "message"),
          "skipped", Set.of("type", "message"),
          "system-out", Set.of());

  private static final RunReport REPORT = Reports.withEverything();
  private static Element root;

  @BeforeAll
  static void read() throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    root =
        factory
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(JunitReport.of(REPORT))))
            .getDocumentElement();
  }

  @Test
  void it_has_the_form_that_build_servers_know() {
    List<Element> all = all("*");
    all.add(root);
    assertThat(all)
        .allSatisfy(element -> {
          assertThat(FORM).containsKey(element.getTagName());
          assertThat(attributes(element)).isSubsetOf(FORM.get(element.getTagName()));
        });
    assertThat(all("testsuite"))
        .allSatisfy(
            suite -> assertThat(attributes(suite)).contains("name", "tests", "failures", "errors"));
  }

  @Test
  void every_obligation_is_a_test_case_of_its_own() {
    assertThat(all("testcase"))
        .extracting(element -> element.getAttribute("name"))
        .containsExactlyElementsOf(
            REPORT.entries().stream().map(entry -> entry.obligation().id()).toList());
  }

  @Test
  void each_verdict_has_its_outcome() {
    assertThat(all("failure")).hasSize(count(Verdict.FAIL, Verdict.STALE));
    assertThat(all("error")).hasSize(count(Verdict.HARNESS_ERROR));
    assertThat(all("skipped"))
        .hasSize(count(Verdict.SKIP, Verdict.UNREACHED, Verdict.NOT_CLAIMED, Verdict.KNOWN_FAIL))
        .allSatisfy(one ->
            assertThat(one.getAttribute("message"))
                .matches("(?s)(SKIP|UNREACHED|NOT-CLAIMED|KNOWN-FAIL): .+"));
    assertThat(root.getAttribute("failures")).isEqualTo(String.valueOf(all("failure").size()));
  }

  @Test
  void what_xml_cannot_have_is_replaced_and_the_rest_is_there() {
    String message =
        all("failure").stream()
            .map(one -> one.getAttribute("message"))
            .filter(text -> text.contains("script"))
            .findFirst()
            .orElse("");
    assertThat(message).startsWith("<script>alert('1')</script> \"&\uFFFD\uFFFD ]]> -->");
  }

  private static int count(Verdict... verdicts) {
    List<Verdict> wanted = List.of(verdicts);
    return (int)
        REPORT.entries().stream().filter(entry -> wanted.contains(entry.verdict())).count();
  }

  private static List<Element> all(String name) {
    NodeList nodes = root.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static List<String> attributes(Element element) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      names.add(element.getAttributes().item(i).getNodeName());
    }
    return names;
  }
}
