package dev.waymark.benchmarks.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The PostgreSQL that a server of ours has started in a folder. */
public record Database(String url, String user, String password, long pid) {
  private static final String USER = "waymark";
  private static final int PORT_LINE = 3;

  public static Database in(Path folder) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("data").resolve("postmaster.pid"));
    return new Database(
        "jdbc:postgresql://127.0.0.1:" + lines.get(PORT_LINE).strip() + "/postgres",
        USER,
        Files.readString(folder.resolve("password")).strip(),
        Long.parseLong(lines.getFirst().strip()));
  }

  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  /** Runs statements one after the other, each committed by itself. */
  public void run(String... statements) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String text : statements) {
        statement.execute(text);
      }
    }
  }

  /** The first column of the first row. */
  public String ask(String query) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return String.valueOf(rows.getString(1));
    }
  }
}
