package dev.waymark.server.commits;

import dev.waymark.errors.ApiException;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits submissions together and answers each of them after the commit.
 *
 * <p>What the database refuses is tried again one by one, so that who made it refuse fails alone.
 * Nothing is tried again that may have been committed: if the connection is lost while the database
 * commits, all are told that it is not known.
 */
@Singleton
final class Transactions {
  private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);
  private static final int MOST_CAUSES = 20;

  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private final Jdbi jdbi;
  private final Clock clock;
  private final CommitMeters meters;

  Transactions(@Named("commits") Jdbi jdbi, Clock clock, CommitMeters meters) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.meters = meters;
  }

  /** Answers all of them but those that it returns, whose accounts are locked by others. */
  List<Submission<?>> commit(List<Submission<?>> submissions) {
    try {
      return commit(submissions, true);
    } catch (RuntimeException | OutOfMemoryError e) {
      return recover(submissions, e);
    }
  }

  private List<Submission<?>> recover(List<Submission<?>> submissions, Throwable failure) {
    if (state(failure).equals(LOCK_NOT_AVAILABLE)) {
      return commitWithoutTheLocked(submissions);
    }
    return commitApart(submissions, failure);
  }

  private List<Submission<?>> commitApart(List<Submission<?>> submissions, Throwable failure) {
    if (isNotWorthAnother(failure) || submissions.size() == 1) {
      submissions.forEach(submission -> submission.fail(failure));
      return List.of();
    }
    LOG.warn("{} members of a transaction are tried one by one", submissions.size(), failure);
    meters.takenApart();
    return submissions.stream().flatMap(each -> commit(List.of(each)).stream()).toList();
  }

  private List<Submission<?>> commitWithoutTheLocked(List<Submission<?>> submissions) {
    try {
      return commit(submissions, false);
    } catch (RuntimeException | OutOfMemoryError e) {
      return commitApart(submissions, e);
    }
  }

  private List<Submission<?>> commit(List<Submission<?>> submissions, boolean waitsForLocks) {
    List<Submission<?>> locked = new ArrayList<>();
    List<Submission<?>> decided = new ArrayList<>();
    try (Handle tx = jdbi.open()) {
      tx.begin();
      try {
        Batch batch = new Batch(clock.instant(), waitsForLocks);
        submissions.forEach(submission -> submission.member().prepare(batch));
        batch.read(tx);
        for (Submission<?> submission : submissions) {
          (decide(submission, batch) ? decided : locked).add(submission);
        }
        batch.write(tx);
      } catch (RuntimeException | Error e) {
        rollBack(tx, e);
        throw e;
      }
      tx.commit();
    }
    meters.committed(decided.size());
    decided.forEach(Submission::tell);
    return locked;
  }

  private static boolean decide(Submission<?> submission, Batch batch) {
    try {
      submission.decide(batch, ApiException.class);
      return true;
    } catch (LockedByOthers e) {
      return false;
    }
  }

  private static void rollBack(Handle tx, Throwable failure) {
    try {
      tx.rollback();
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  /** Of a commit the database must have said that it failed; before it, that it is still there. */
  private static boolean isNotWorthAnother(Throwable failure) {
    String state = state(failure);
    boolean refused = state.matches("(22|23|40|42|44|P0).*");
    return causes(failure).anyMatch(TransactionException.class::isInstance)
        ? !refused
        : causes(failure).anyMatch(SQLException.class::isInstance) && !refused;
  }

  /** The database's own word for what went wrong; empty where it said none. */
  private static String state(Throwable failure) {
    return causes(failure)
        .filter(SQLException.class::isInstance)
        .map(cause -> ((SQLException) cause).getSQLState())
        .filter(state -> state != null)
        .findFirst()
        .orElse("");
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(MOST_CAUSES);
  }
}
