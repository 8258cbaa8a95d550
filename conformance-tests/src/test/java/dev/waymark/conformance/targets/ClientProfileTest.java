package dev.waymark.conformance.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.conformance.rules.Claim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A client's profile says what it means, or is refused with a sentence. */
final class ClientProfileTest {
  @TempDir private Path folder;

  @Test
  void the_example_has_every_field_and_says_what_is_the_default_anyway() {
    ClientProfile read = ClientProfile.read(Path.of("profiles/client.yaml"));

    assertThat(read)
        .isEqualTo(ClientProfile.USUAL.withName("My client").withDriver("node my-driver.mjs"));
  }

  @Test
  void all_fields_are_read() throws IOException {
    ClientProfile read =
        read(
            """
            claims: [client-core]
            known-failures: { READ-04: 'ticket 18' }
            patience: 5s
            """);

    assertThat(read.name()).isEmpty();
    assertThat(read.promise().claims()).containsExactly(Claim.CLIENT_CORE);
    assertThat(read.promise().knownFailures()).isEqualTo(Map.of("READ-04", "ticket 18"));
    assertThat(read.patience()).isEqualTo(Duration.ofSeconds(5));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "claims: [core]               | \"core\" is no claim of clients; there are client-core",
        "driver: [node, my-driver]    | driver is one word or sentence",
        "exec: node my-driver.mjs     | there is no field \"exec\"",
        "zzzzzzzzzzzz: 1              | there are claims, driver, known-failures, name, patience",
        "known-failures: [READ-04]    | known-failures holds the reason by the obligation's id",
      })
  void what_is_wrong_is_said_in_a_sentence(String yaml, String said) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(ProfileProblem.class)
        .hasMessageContaining(said)
        .hasMessageEndingWith(".");
  }

  private ClientProfile read(String yaml) throws IOException {
    return ClientProfile.read(Files.writeString(folder.resolve("p.yaml"), yaml));
  }
}
