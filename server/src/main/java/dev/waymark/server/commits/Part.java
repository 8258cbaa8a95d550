package dev.waymark.server.commits;

import org.jdbi.v3.core.Handle;

/** What one package reads and writes for all members of a batch, in few statements. */
public interface Part {
  /** Reads what members asked for, once; later parts see what was read here. */
  default void read(Handle tx) {}

  /** Adds the rows that members want written. */
  void write(BatchStatement statement);
}
