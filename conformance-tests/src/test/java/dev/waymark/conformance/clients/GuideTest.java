package dev.waymark.conformance.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.client.CompletedGeneration;
import dev.waymark.client.Generation;
import dev.waymark.client.GenerationRequest;
import dev.waymark.client.WaymarkClient;
import dev.waymark.conformance.contract.ContractFolder;
import dev.waymark.conformance.process.Command;
import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.SubjectExtension;
import dev.waymark.conformance.subject.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The client's guide says what is so: its snippets are these, and they run. */
@ExtendWith(SubjectExtension.class)
final class GuideTest {
  private static final Path CLIENT = ContractFolder.path().resolveSibling("client");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```java\n(.*?)^```$");
  private static final Pattern SNIPPET = Pattern.compile("(?ms)^ *// >>\n(.*?)^ *// <<$");
  private static final GenerationRequest FOX =
      GenerationRequest.of("mosaic-1", "a fox in an autumn forest");

  private final Subject subject;
  private final Tenant tenant;
  private final String server;

  GuideTest(Subject subject) {
    this.subject = subject;
    this.tenant = subject.tenant();
    this.server = subject.wire().server().toString();
  }

  @Test
  @Rule("CLI-02")
  void every_snippet_of_the_guide_is_one_of_those_that_run_here() throws IOException {
    Path sources = Path.of("src", "test", "java").resolve("dev/waymark/conformance/clients");
    String source =
        Files.readString(
            ContractFolder.path()
                .resolveSibling("conformance-tests")
                .resolve(sources)
                .resolve("GuideSnippets.java"));

    assertThat(found(BLOCK, Files.readString(CLIENT.resolve("README.md"))))
        .containsExactlyElementsOf(found(SNIPPET, source));
  }

  @Test
  @Rule("CLI-02")
  void a_picture_is_made_and_downloaded(@TempDir Path folder) throws IOException {
    GuideSnippets.setUp(server, tenant.key());
    try (WaymarkClient waymark = client()) {
      Path file = folder.resolve("lake.png");
      CompletedGeneration picture = GuideSnippets.run(waymark, file);

      assertThat(file).hasBinaryContent(picture.bytes());
      assertThat(GuideSnippets.read(picture)).isEqualTo(Files.size(file));
      assertThat(GuideSnippets.stepByStep(waymark, FOX).outputUrl()).isNotNull();
      assertThat(GuideSnippets.pages(waymark)).hasSize(2).contains(picture.id());
    }
  }

  @Test
  @Rule("CLI-02")
  void errors_say_what_to_do() {
    GenerationRequest wrong = FOX.with("no_such_parameter", 1);
    try (WaymarkClient waymark = client();
        WaymarkClient stranger =
            WaymarkClient.builder().baseUrl(server).key("wm_live_nobodys").build()) {
      assertThat(GuideSnippets.brief(waymark, FOX)).startsWith("gen_");
      assertThat(GuideSnippets.brief(waymark, wrong)).startsWith("INVALID_PARAMS: ");
      assertThat(GuideSnippets.atLength(waymark, FOX)).startsWith("gen_");
      assertThat(GuideSnippets.atLength(waymark, wrong)).contains("no_such_parameter");
      assertThat(GuideSnippets.atLength(stranger, FOX)).contains("req_");
    }
  }

  @Test
  @Rule("CLI-02")
  void nothing_is_started_twice() {
    try (WaymarkClient waymark = client()) {
      Generation first = GuideSnippets.ownKey(waymark, FOX, "118");

      assertThat(GuideSnippets.ownKey(waymark, FOX, "118").id()).isEqualTo(first.id());
      assertThat(GuideSnippets.recovered(waymark, FOX).id()).isNotEqualTo(first.id());
    }
  }

  @Test
  @Rule("CLI-02")
  void keys_are_made_and_many_calls_go_side_by_side() {
    try (WaymarkClient waymark = client();
        WaymarkClient farm =
            WaymarkClient.builder()
                .baseUrl(server)
                .key(GuideSnippets.key(waymark).secret())
                .build()) {
      assertThat(GuideSnippets.async(farm, List.of(FOX, FOX))).doesNotHaveDuplicates().hasSize(2);
    }
  }

  @Test
  @Rule("CLI-02")
  void any_error_can_be_had_in_the_sandbox() {
    assertThat(GuideSnippets.forced(server, tenant.sandbox().key(), FOX))
        .isEqualTo("credits_added");
  }

  @Test
  @Rule("CLI-02")
  void clients_are_set_up_as_the_guide_says() {
    try (WaymarkClient patient = GuideSnippets.policy(server, tenant.key());
        WaymarkClient paced = GuideSnippets.pacing(server, tenant.key());
        WaymarkClient heard = GuideSnippets.listener(server, tenant.key());
        // To a proxy, this server is one that answers for a whole address.
        WaymarkClient behind =
            GuideSnippets.proxy(
                server,
                tenant.key(),
                subject.wire().server().getHost(),
                subject.wire().server().getPort())) {
      assertThat(patient.account().get()).isEqualTo(heard.account().get());
      assertThat(paced.account().get()).isEqualTo(heard.account().get());
      assertThat(behind.toString()).contains(server);
    }
  }

  @Test
  @Rule("CLI-02")
  void the_example_program_makes_a_picture_and_tells_how_far_it_is(@TempDir Path folder) {
    Command.Outcome outcome =
        java(
            folder,
            CLIENT.resolve("src/examples/java/Picture.java"),
            Map.of("WAYMARK_BASE_URL", server, "WAYMARK_API_KEY", tenant.key()),
            "a mountain lake at dusk",
            "lake.png");

    assertThat(outcome.exitCode()).as(outcome.output()).isZero();
    assertThat(outcome.output()).contains("It costs 40 credits.", "It is done, for 40 credits.");
    assertThat(outcome.output()).containsPattern("lake.png: ([0-9]+) of \\1 bytes");
    assertThat(folder.resolve("lake.png")).isNotEmptyFile();
  }

  @Test
  @Rule("CLI-02")
  void the_first_call_of_the_readme_can_be_pasted(@TempDir Path folder) throws IOException {
    String readme = Files.readString(ContractFolder.path().resolveSibling("README.md"));
    String pasted = found(BLOCK, readme).get(0).replace("http://127.0.0.1:8080", server).indent(4);
    Path program =
        Files.writeString(
            folder.resolve("First.java"),
"""
            import dev.waymark.client.*;
            import java.nio.file.Path;
            import java.time.Duration;
import java.util.ArrayList;
            class First {
              public static void main(String[] arguments) {
            %s  }
            }
"""
                .formatted(pasted));
    Command.Outcome outcome = java(folder, program, Map.of("KEY", tenant.key()));

    assertThat(outcome.exitCode()).as(outcome.output()).isZero();
    assertThat(folder.resolve("lake.png")).isNotEmptyFile();
  }

  private static Command.Outcome java(
      Path folder, Path program, Map<String, String> environment, String... arguments) {
    List<String> words = new ArrayList<>();
    words.add(ProcessHandle.current().info().command().orElseThrow());
    words.addAll(List.of("-cp", System.getProperty("java.class.path")));
    words.add(program.toAbsolutePath().toString());
    words.addAll(List.of(arguments));
    return new Command(folder, environment, Duration.ofSeconds(90), words).run();
  }

  private WaymarkClient client() {
    return WaymarkClient.builder().baseUrl(server).key(tenant.key()).build();
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(one -> one.group(1).stripTrailing().stripIndent())
        .toList();
  }
}
