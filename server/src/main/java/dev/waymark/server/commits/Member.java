package dev.waymark.server.commits;

import dev.waymark.server.ids.AccountId;

/** One of the things that a transaction does, for one caller. */
public interface Member<T> {
  /**
   * Members of one account meet in one committer, so that they never wait for each other's locks.
   */
  AccountId account();

  /** Says to the parts of the batch what has to be read. */
  void prepare(Batch batch);

  /**
   * Decides in turn, after everything was read and after the members before it, and tells the parts
   * what has to be written. Asks nothing of the database.
   *
   * <p>May be asked again, in another batch: it keeps nothing to itself. An {@code ApiException}
   * refuses this member and no other; it is thrown before anything was told to a part.
   */
  T decide(Batch batch);

  /**
   * How many bytes it writes, where they are many: what shares a transaction stays within a bound.
   */
  default long bytes() {
    return 0;
  }
}
