package dev.waymark.server.database;

import dev.waymark.server.settings.ConfigurationFault;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

/** Connects once before anything else does, to say plainly what is wrong if that fails. */
final class FirstConnection {
  private static final int SECONDS = 30;

  private FirstConnection() {}

  static void check(Address address) {
    try (Connection connection = address.connectFirst()) {
      if (!connection.isValid(SECONDS)) {
        throw new SQLException("the connection does not answer", "08006");
      }
    } catch (SQLException e) {
      throw new ConfigurationFault(line(e, address), e);
    }
  }

  private static String line(SQLException e, Address address) {
    String state = Objects.requireNonNullElse(e.getSQLState(), "");
    return switch (state) {
      case "28P01", "28000" ->
          "The database at %s refuses the user or password: correct waymark.database.username and waymark.database.password."
              .formatted(address);
      case "3D000" ->
          "The database at %s does not exist: create it, or correct waymark.database.url."
              .formatted(address);
      case "53300", "57P03" ->
          "The database at %s takes no connection now: try again when it has room or has started."
              .formatted(address);
      default ->
          "The database at %s cannot be reached (%s): start it, correct waymark.database.url, or leave that empty to use the embedded one."
              .formatted(address, firstSentence(e));
    };
  }

  private static String firstSentence(SQLException e) {
    String line = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return line.replaceFirst("[.!]( .*)?$", "");
  }
}
