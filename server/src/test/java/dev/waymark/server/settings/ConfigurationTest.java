package dev.waymark.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigurationTest {
  @TempDir private Path folder;

  @Test
  void the_command_line_wins_over_variables_those_over_the_file_and_that_over_the_defaults()
      throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("waymark.yml"),
            "waymark:\n  host: a\n  port: 1\n  limits:\n    maxBodyBytes: 2000\n");
    CommandLine line = CommandLine.parse(List.of("--config=" + file, "--port=3"));

    Map<String, Object> values =
        Configuration.of(line, Map.of("WAYMARK_PORT", "2", "WAYMARK_HOST", "b", "HOME", "/"))
            .values();

    assertThat(values)
        .containsEntry("waymark.port", "3")
        .containsEntry("waymark.host", "b")
        .containsEntry("waymark.limits.max-body-bytes", 2000)
        .containsEntry("waymark.workers.threads", 2);
  }

  @Test
  void what_the_client_reads_from_the_environment_does_not_keep_the_server_from_starting() {
    Map<String, String> environment =
        Map.of("WAYMARK_API_KEY", "wm_live_x", "WAYMARK_BASE_URL", "http://a", "WAYMARK_PORT", "2");

    assertThat(Configuration.of(CommandLine.parse(List.of()), environment).values())
        .containsEntry("waymark.port", "2")
        .doesNotContainValue("wm_live_x")
        .doesNotContainValue("http://a");
  }

  @Test
  void any_other_variable_that_is_no_setting_does() {
    CommandLine line = CommandLine.parse(List.of());

    assertThatThrownBy(() -> Configuration.of(line, Map.of("WAYMARK_API_KEYS", "x")))
        .isInstanceOf(ConfigurationFault.class)
        .hasMessageContaining("WAYMARK_API_KEYS");
  }

  @Test
  void a_setting_can_be_named_in_full_on_the_command_line() {
    CommandLine line = CommandLine.parse(List.of("--waymark.port=3"));

    assertThat(Configuration.of(line, Map.of()).values()).containsEntry("waymark.port", "3");
  }

  @Test
  void every_setting_has_a_description_and_a_kind_that_its_default_is_of() {
    assertThat(Reference.read().settings())
        .hasSizeGreaterThan(30)
        .allSatisfy(setting -> {
          assertThat(setting.description()).as(setting.key()).endsWith(".");
          assertThat(setting.kind().accepts(setting.defaultText())).isTrue();
        });
  }

  @Test
  void every_value_in_force_is_one_that_help_shows() {
    assertThat(Configuration.of(Map.of()).values().keySet())
        .filteredOn(key -> key.startsWith("waymark."))
        .hasSameElementsAs(Reference.read().settings().stream().map(KnownSetting::key).toList());
  }
}
