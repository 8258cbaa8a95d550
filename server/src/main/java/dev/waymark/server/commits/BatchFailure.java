package dev.waymark.server.commits;

import java.sql.SQLException;
import org.jdbi.v3.core.JdbiException;

/** The database did not write a batch. */
final class BatchFailure extends JdbiException {
  private static final long serialVersionUID = 1L;

  BatchFailure(SQLException cause) {
    super(cause);
  }
}
