package dev.waymark.server.database;

import dev.waymark.server.settings.ConfigurationFault;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the tables to the form that this version needs; does nothing where they have it. */
final class Migrations {
  private Migrations() {}

  /** Several servers may do so at the same time: the first one works and the others wait for it. */
  static void run(Address address) {
    try {
      Flyway.configure()
          .dataSource(address.url(), null, null)
          .jdbcProperties(address.properties())
          .locations("classpath:db/migration")
          // By default a database that a newer version changed would be taken as it is.
          .ignoreMigrationPatterns(new String[0])
          .cleanDisabled(true)
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new ConfigurationFault(
          "The database does not fit this version of Waymark (%s): use the version that last ran on it, or an empty database."
              .formatted(firstLine(e)),
          e);
    }
  }

  private static String firstLine(FlywayException e) {
    String message = String.valueOf(e.getMessage());
    return message
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .limit(2)
        .reduce((first, second) -> first + " " + second)
        .orElse("");
  }
}
