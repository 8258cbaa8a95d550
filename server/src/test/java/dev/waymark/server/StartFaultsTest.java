package dev.waymark.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that cannot be: one line that names what to do, and a code that is not 0. */
final class StartFaultsTest {
  @TempDir private Path folder;

  @Test
  void an_unknown_option_is_answered_with_the_nearest_one() {
    assertThat(run(Map.of(), "--prot=1"))
        .containsExactly(
            "There is no setting --prot: did you mean --port? See --help for all of them.");
  }

  @Test
  void an_unknown_variable_is_answered_with_the_nearest_one() {
    assertThat(run(Map.of("WAYMARK_PROT", "1")))
        .containsExactly(
            "There is no setting WAYMARK_PROT: did you mean WAYMARK_PORT? See --help for all of them.");
  }

  @Test
  void an_unknown_key_in_a_file_is_answered_with_the_nearest_one() throws IOException {
    Path file = Files.writeString(folder.resolve("x.yml"), "waymark:\n  workers:\n    thread: 3\n");

    assertThat(run(Map.of(), "--config=" + file))
        .containsExactly(
            "There is no setting waymark.workers.thread in %s: did you mean waymark.workers.threads? See --help for all of them."
                .formatted(file));
  }

  @Test
  void an_argument_of_another_form_is_shown_the_right_form() {
    assertThat(run(Map.of(), "8081")).singleElement().asString().contains("--port=8081");
  }

  @Test
  void a_malformed_value_is_told_what_is_allowed() {
    assertThat(run(Map.of("WAYMARK_SWEEPER_INTERVAL", "often")))
        .containsExactly(
            "WAYMARK_SWEEPER_INTERVAL is \"often\": set it to a duration such as 500ms, 30s, 10m, 24h or 7d.");
  }

  @Test
  void a_value_out_of_bounds_is_told_the_bounds() {
    assertThat(run(Map.of(), "--workers.threads=-1"))
        .containsExactly("waymark.workers.threads is -1: set it to a whole number from 0 to 1024.");
  }

  @Test
  void a_missing_configuration_file_is_named() {
    Path file = folder.resolve("none.yml");

    assertThat(run(Map.of("WAYMARK_CONFIG", file.toString())))
        .containsExactly(
            "The configuration file %s does not exist: correct --config.".formatted(file));
  }

  @Test
  void a_bad_model_file_is_named_with_the_place_in_it() throws IOException {
    Path models = Files.createDirectory(folder.resolve("models"));
    Path file = Files.writeString(models.resolve("one.yaml"), "slug: one\nname: 7\n");

    assertThat(run(Map.of(), "--models.folder=" + models))
        .singleElement()
        .asString()
        .startsWith(file + ": ");
  }

  @Test
  void an_unreadable_configuration_file_is_named() {
    assertThat(run(Map.of(), "--config=" + folder))
        .containsExactly(
            "The configuration file %s cannot be read: make it a file that this user may read."
                .formatted(folder));
  }

  @Test
  void a_configuration_file_that_is_not_yaml_is_told_where() throws IOException {
    Path file = Files.writeString(folder.resolve("x.yml"), "waymark:\n  port: [1\n");

    assertThat(run(Map.of(), "--config=" + file))
        .singleElement()
        .asString()
        .contains("is not YAML", "line 2");
  }

  @Test
  void a_database_address_of_another_form_is_shown_the_right_form() {
    assertThat(run(Map.of(), "--port=0", "--database.url=postgres://me:secret@there/x"))
        .containsExactly(
            "waymark.database.url is \"postgres://there/x\": write it as jdbc:postgresql://HOST:PORT/DATABASE.");
  }

  @Test
  void a_redis_address_of_another_form_is_shown_the_right_form_and_not_repeated() {
    assertThat(run(Map.of(), "--port=0", "--redis.url=http://:secret@there:6379"))
        .singleElement()
        .asString()
        .startsWith("waymark.redis.url has another form than redis://")
        .contains("write it so", "or leave it empty")
        .doesNotContain("secret");
  }

  @Test
  void a_folder_that_cannot_be_made_is_named() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThat(run(Map.of(), "--port=0", "--database.folder=" + file.resolve("below")))
        .singleElement()
        .asString()
        .contains(file.toString(), "choose another as waymark.database.folder");
  }

  @Test
  void a_port_that_is_taken_is_answered_with_another_one() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
        ChildServer server =
            ChildServer.start(folder, Map.of(), "--port=" + taken.getLocalPort())) {
      assertThat(server.awaitEnd()).isEqualTo(2);
      assertThat(server.errors())
          .singleElement()
          .asString()
          .contains("Port " + taken.getLocalPort(), "is in use", "choose another");
    }
  }

  @Test
  void a_database_that_is_not_there_is_named_without_its_secrets() throws Exception {
    // Nothing listens on port 1.
    String url = "jdbc:postgresql://127.0.0.1:1/waymark";
    try (ChildServer server =
        ChildServer.start(
            folder, Map.of("WAYMARK_DATABASE_URL", url + "?password=secret"), "--port=0")) {
      assertThat(server.awaitEnd()).isEqualTo(2);
      assertThat(server.errors())
          .singleElement()
          .asString()
          .contains("The database at " + url + " cannot be reached", "start it")
          .doesNotContain("secret");
    }
  }

  @Test
  void data_that_postgresql_cannot_start_on_is_told_with_its_reason() throws Exception {
    Path data = Files.createDirectories(folder.resolve("data"));
    Files.writeString(data.resolve("PG_VERSION"), "9\n");
    Files.writeString(folder.resolve("password"), "x\n");

    try (ChildServer server = ChildServer.in(folder, folder)) {
      assertThat(server.awaitEnd()).isEqualTo(2);
      assertThat(server.errors())
          .singleElement()
          .asString()
          .contains("does not start (", folder.toString(), "waymark.database.url");
    }
  }

  private static List<String> run(Map<String, String> environment, String... arguments) {
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    int code =
        new Waymark(
                environment,
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8))
            .run(List.of(arguments));
    assertThat(code).isEqualTo(2);
    return errors.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
