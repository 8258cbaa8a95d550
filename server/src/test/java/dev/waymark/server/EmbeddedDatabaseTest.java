package dev.waymark.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded PostgreSQL through the lives of the servers that use it. */
final class EmbeddedDatabaseTest {
  @TempDir private Path scratch;

  @Test
  void what_was_written_outlives_a_stop_and_a_kill() throws Exception {
    Path folder = scratch.resolve("database");
    try (RunningServer server = Waymark.start(TestSettings.in(folder))) {
      jdbi(server).useHandle(handle -> handle.execute("CREATE TABLE kept AS SELECT 42 AS number"));
    }
    try (ChildServer server = ChildServer.in(folder, scratch)) {
      server.awaitListening();
      // PostgreSQL goes on by itself; the next start has to deal with it, wherever its folder is.
      server.kill();
    }
    Path moved = Files.move(folder, scratch.resolve("moved"));
    try (RunningServer server = Waymark.start(TestSettings.in(moved))) {
      assertThat(number(server)).isEqualTo(42);
    }
  }

  @Test
  void a_second_server_on_a_folder_is_refused_and_the_first_goes_on() throws Exception {
    Path folder = scratch.resolve("database");
    try (RunningServer first = Waymark.start(TestSettings.in(folder));
        ChildServer second = ChildServer.in(folder, scratch)) {
      assertThat(second.awaitEnd()).isEqualTo(2);
      assertThat(second.errors())
          .containsExactly(
              "The database folder %s is in use by another Waymark (process %d): stop that one, or choose another folder as waymark.database.folder."
                  .formatted(folder, ProcessHandle.current().pid()));
      assertThatThrownBy(() -> Waymark.start(TestSettings.in(folder)))
          .hasStackTraceContaining("is in use by another Waymark");
      assertThat(jdbi(first).<Integer, RuntimeException>withHandle(EmbeddedDatabaseTest::one))
          .isEqualTo(1);
    }
  }

  @Test
  void a_wrong_password_is_told_as_one() throws Exception {
    try (RunningServer server = Waymark.start(TestSettings.in(scratch.resolve("database")));
        ChildServer other =
            ChildServer.start(
                scratch,
                Map.of("WAYMARK_DATABASE_URL", url(server), "WAYMARK_DATABASE_PASSWORD", "${not"),
                "--port=0",
                "--database.username=waymark")) {
      assertThat(other.awaitEnd()).isEqualTo(2);
      assertThat(other.errors())
          .containsExactly(
              "The database at %s refuses the user or password: correct waymark.database.username and waymark.database.password."
                  .formatted(url(server)));
    }
  }

  @Test
  void a_stop_by_signal_takes_postgresql_along() throws Exception {
    Path folder = scratch.resolve("database");
    try (ChildServer server = ChildServer.in(folder, scratch)) {
      server.awaitListening();
      assertThat(folder.resolve("data/postmaster.pid")).exists();

      server.stop();

      assertThat(folder.resolve("data/postmaster.pid")).doesNotExist();
      assertThat(server.errors()).isEqualTo(List.of());
    }
  }

  private static Jdbi jdbi(RunningServer server) {
    return server.context().getBean(Jdbi.class);
  }

  private static int number(RunningServer server) {
    return jdbi(server)
        .withHandle(
            handle -> handle.createQuery("SELECT number FROM kept").mapTo(Integer.class).one());
  }

  private static int one(Handle handle) {
    return handle.createQuery("SELECT 1").mapTo(Integer.class).one();
  }

  private static String url(RunningServer server) throws SQLException {
    DataSource dataSource = server.context().getBean(DataSource.class);
    return dataSource.unwrap(HikariDataSource.class).getJdbcUrl();
  }
}
