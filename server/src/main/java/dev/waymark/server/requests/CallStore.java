package dev.waymark.server.requests;

import java.sql.SQLException;
import java.util.List;

/** Where batches of answered calls go. */
@FunctionalInterface
interface CallStore {
  /** Keeps all of them or fails; a call that is there already is left as it is. */
  void keep(List<LoggedCall> batch) throws SQLException;
}
