package dev.waymark.conformance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.contract.CatalogueRow;
import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.process.Command;
import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the pages tell programs to do is a program. */
@ExtendWith(SubjectExtension.class)
final class SnippetsTest {
  private static final List<String> CODES =
      Contract.read().catalogue().stream().map(CatalogueRow::code).toList();

  private final Subject subject;

  SnippetsTest(Subject subject) {
    this.subject = subject;
  }

  @Test
  @Rule("DOC-04")
  void every_java_snippet_compiles_against_the_client(@TempDir Path classes) {
    List<JavaFileObject> units = new ArrayList<>();
    for (String code : CODES) {
      for (String snippet : DocsPage.of(subject, code).blocks("java")) {
        units.add(new Unit(code, snippet));
      }
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter complaints = new StringWriter();
    List<String> options =
        List.of(
            "-d",
            classes.toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "--release",
            "17",
            "-proc:none",
            "-Xlint:-options");
    boolean compiled = compiler.getTask(complaints, null, null, options, List.of(), units).call();

    assertThat(compiled).as("%s", complaints).isTrue();
    assertThat(units).hasSizeGreaterThan(CODES.size() / 2);
    assertThat(units)
        .allSatisfy(unit -> assertThat(((Unit) unit).snippet).doesNotContain("for (", "sleep"));
  }

  @Test
  @Rule("DOC-04")
  void every_javascript_snippet_can_be_read_by_node(@TempDir Path folder) throws IOException {
    StringBuilder program = new StringBuilder();
    for (String code : CODES) {
      List<String> snippets = DocsPage.of(subject, code).blocks("js");
      assertThat(snippets).as(code).hasSize(1);
      program.append("{\n").append(snippets.getFirst()).append("\n}\n");
    }
    Path file = Files.writeString(folder.resolve("snippets.mjs"), program);
    Command.Outcome outcome =
        Command.of(folder, Duration.ofSeconds(60), "node", "--check", file.toString()).run();

    assertThat(outcome.exitCode()).as(outcome.output()).isZero();
  }

  @Test
  @Rule("DOC-04")
  void every_page_shows_calls_that_the_shell_can_read(@TempDir Path folder) throws IOException {
    StringBuilder script = new StringBuilder();
    for (String code : CODES) {
      List<String> calls = DocsPage.of(subject, code).blocks("sh");
      assertThat(calls).as(code).hasSize(2);
      assertThat(calls.getLast()).contains("-H 'X-Test-Error: " + code + "'");
      calls.forEach(call -> script.append(call).append('\n'));
    }
    Path file = Files.writeString(folder.resolve("calls.sh"), script);
    Command.Outcome outcome =
        Command.of(folder, Duration.ofSeconds(60), "sh", "-n", file.toString()).run();

    assertThat(outcome.exitCode()).as(outcome.output()).isZero();
  }

  /** A snippet as the body of a method. */
  private static final class Unit extends SimpleJavaFileObject {
    private final String code;
    private final String snippet;

    Unit(String code, String snippet) {
      super(URI.create("string:///" + code + ".java"), Kind.SOURCE);
      this.code = code;
      this.snippet = snippet;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return String.format(
          Locale.ROOT,
          """
          import dev.waymark.client.*;
          import java.nio.file.Path;
          import java.time.Duration;
          final class %s {
            static Object call(String key) throws Exception {
              %s
            }
          }
          """,
          code,
          snippet);
    }
  }
}
