package dev.waymark.server.database;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/**
 * The ways to the database. While it cannot be reached they throw {@link
 * java.sql.SQLTransientConnectionException}, after five seconds at most.
 */
@Factory
final class DatabaseBeans {
  @Singleton
  DataSource dataSource(Database database) {
    return database.dataSource();
  }

  @Singleton
  OwnConnections ownConnections(Database database) {
    return database::connect;
  }

  @Singleton
  @Primary
  Jdbi jdbi(DataSource dataSource) {
    return quiet(dataSource);
  }

  /** The connections of group commits. */
  @Singleton
  @Named("commits")
  Jdbi commits(Database database) {
    return quiet(database.commits());
  }

  private static Jdbi quiet(DataSource dataSource) {
    Jdbi jdbi = Jdbi.create(dataSource);
    // Otherwise a failed statement's message repeats its arguments, prompts and keys' hashes among
    // them.
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    return jdbi;
  }
}
