package dev.waymark.conformance.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.conformance.rules.Claim;
import dev.waymark.conformance.secrets.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A profile file says what it means, or is refused with a sentence. */
final class ProfileFileTest {
  private static final KeySource KEYS = new KeySource(Map.of("WAYMARK_OPERATOR_KEY", "wm_live_op"));

  @TempDir private Path folder;

  @Test
  void the_example_for_our_server_says_what_is_the_default_anyway() {
    Profile read = new ProfileFile(KEYS).read(Path.of("profiles/waymark.yaml"));
    Profile defaults = Profile.of(URI.create("http://127.0.0.1:8080"));
    assertThat(read.name()).isEqualTo("Waymark");
    assertThat(read.keys().operator()).contains(new Secret("wm_live_op"));
    assertThat(read)
        .usingRecursiveComparison()
        .ignoringFields("name", "keys.operator")
        .isEqualTo(defaults);
  }

  @Test
  void the_example_for_a_foreign_server_needs_no_key() {
    Profile read = new ProfileFile(new KeySource(Map.of())).read(Path.of("profiles/minimal.yaml"));
    assertThat(read.keys().operator()).isEmpty();
    assertThat(read.promise().claims()).containsExactly(Claim.CORE);
    assertThat(read.plans()).isEqualTo(Profile.of(read.server()).plans());
  }

  @Test
  void all_fields_are_read() throws IOException {
    Files.writeString(folder.resolve("op.key"), "wm_live_fromfile\n");
    Profile read =
        read(
            """
            server: https://api.example:8443
            operator-key: { file: op.key }
            caller-key: { env: WAYMARK_OPERATOR_KEY }
            plans: { small: tiny }
            model: { slug: m-1, parameters: { width: 64, style: "plain" } }
            known-failures: { RATE-02: 'ticket 17' }
            hooks: { database-lost: 'echo one two' }
            patience: 500ms
            connections: 40
            """);
    assertThat(read.name()).isEqualTo("https://api.example:8443");
    assertThat(read.keys().operator()).contains(new Secret("wm_live_fromfile"));
    assertThat(read.keys().caller()).contains(new Secret("wm_live_op"));
    assertThat(read.plans()).isEqualTo(new Profile.Plans("ultimate", "tiny", "free"));
    assertThat(read.model().parameters()).isEqualTo("{\"width\":64,\"style\":\"plain\"}");
    assertThat(read.promise().knownFailures()).containsExactly(Map.entry("RATE-02", "ticket 17"));
    assertThat(read.hooks()).containsOnlyKeys(Trouble.DATABASE_LOST);
    assertThat(read.limits().patience()).isEqualTo(Duration.ofMillis(500));
    assertThat(read.limits().connections()).isEqualTo(40);
  }

  @Test
  void an_empty_file_is_the_defaults() throws IOException {
    assertThat(read("")).isEqualTo(Profile.of(URI.create("http://127.0.0.1:8080")));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "operatorkey: { env: A }            | did you mean \"operator-key\"",
        "plans: { rommy: x }                | no field \"rommy\" in plans; did you mean \"roomy\"",
        "zzzzzzzzzzzzz: 1                   | there are caller-key, claims, connections, hooks",
        "server: ftp://one                  | no URL of a server",
        "server: http://one/api             | the contract brings its own paths",
        "operator-key: wm_live_abc          | a key itself has no place in a profile",
        "operator-key: { env: wm_live_abc } | never as it is",
        "operator-key: { env: NOT_SET_X }   | export NOT_SET_X=",
        "operator-key: { file: none.key }   | none.key, which cannot be read",
        "claims: [cor]                      | \"cor\" is no claim of servers; there are core, rate-limit",
        "claims: [client-core]              | \"client-core\" is no claim of servers; there are core",
        "claims: core                       | claims is a list",
        "patience: soon                     | patience is a time like 30s",
        "connections: -1                    | connections is a whole number",
        "hooks: { database-los: x }         | did you mean \"database-lost\"",
        "model: { parameters: 3 }           | parameters holds fields",
        "name: [1, 2]                       | name is one word or sentence",
        "name: {                            | is no YAML",
        "just words                         | a profile holds fields",
      })
  void what_is_wrong_is_said_in_a_sentence(String yaml, String said) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(ProfileProblem.class)
        .hasMessageContaining("p.yaml".equals(said) ? "p.yaml" : said)
        .hasMessageEndingWith(said.startsWith("export") ? "…" : ".")
        .hasMessageNotContaining("wm_live_abc");
  }

  @Test
  void a_field_that_stands_twice_is_refused() {
    assertThatThrownBy(() -> read("name: a\nname: b\n")).hasMessageContaining("duplicate key name");
  }

  @Test
  void a_missing_file_is_named() {
    assertThatThrownBy(() -> new ProfileFile(KEYS).read(folder.resolve("none.yaml")))
        .isInstanceOf(ProfileProblem.class)
        .hasMessageContaining("none.yaml cannot be read");
  }

  private Profile read(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("p.yaml"), yaml);
    return new ProfileFile(KEYS).read(file);
  }
}
