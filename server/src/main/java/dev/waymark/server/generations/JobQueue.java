package dev.waymark.server.generations;

import dev.waymark.server.access.Mode;
import dev.waymark.server.cluster.Nodes;
import dev.waymark.server.ids.AccountId;
import dev.waymark.server.ids.GenerationId;
import dev.waymark.server.ids.Ids;
import dev.waymark.server.ids.RequestId;
import dev.waymark.server.sandbox.ForcedError;
import dev.waymark.server.wallet.Credits;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/**
 * Hands generations to workers, each to one at a time.
 *
 * <p>A claim is a lease: {@code available_at} moves to its end, and whoever finds it past may claim
 * the generation again. So a worker that dies holds nothing up for longer than one lease.
 */
@Singleton
final class JobQueue {
  private static final String CLAIM =
      """
      UPDATE generation
      SET status = 'processing', started_at = :now, attempts = attempts + 1, lease = :lease, node = :node, available_at = :ends
      WHERE id = (
        SELECT id FROM generation
        WHERE status IN ('pending', 'processing') AND available_at <= :now
        ORDER BY available_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING *, (SELECT sandbox_of IS NOT NULL FROM account WHERE id = generation.account_id) AS sandbox
      """;

  private final Jdbi jdbi;
  private final Ids ids;
  private final Clock clock;
  private final String node;
  private final Duration leaseLength;

  JobQueue(Jdbi jdbi, Ids ids, Clock clock, Nodes nodes, WorkerSettings settings) {
    this.jdbi = jdbi;
    this.ids = ids;
    this.clock = clock;
    this.node = nodes.self();
    this.leaseLength = settings.lease();
  }

  /** Claims the generation that has waited longest, if there is one. */
  Optional<Job> claim() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(CLAIM)
            .bind("now", now())
            .bind("ends", now().plus(leaseLength))
            .bind("lease", ids.secret())
            .bind("node", node)
            .map((row, _) -> job(row))
            .findOne());
  }

  /** Renews the lease. False if it is lost: cancelled, expired, or claimed by another worker. */
  boolean renew(Job job) {
    return makeAvailable(job, now().plus(leaseLength), 0, Optional.of(node));
  }

  /** Leaves the generation to whichever worker comes first after the pause; this attempt counts. */
  boolean retryAfter(Job job, Duration pause) {
    return makeAvailable(job, now().plus(pause), 0, Optional.empty());
  }

  /** The same where nothing was tried: this attempt does not count. */
  boolean lookAgainAfter(Job job, Duration pause) {
    return makeAvailable(job, now().plus(pause), 1, Optional.empty());
  }

  /** Lets another worker have the generation at once; this attempt does not count. */
  boolean giveBack(Job job) {
    // Where it stood in the queue before, so that it is not overtaken.
    return makeAvailable(job, job.createdAt().atOffset(ZoneOffset.UTC), 1, Optional.empty());
  }

  /**
   * Lets others at once have what workers of these nodes have, for those are dead; returns how
   * many. An attempt that is not dead after all finds its lease gone only when another has claimed
   * its job.
   */
  int releaseJobsOf(Set<String> deadNodes) {
    return jdbi.withHandle(handle ->
        handle
            .createUpdate(
                "UPDATE generation SET available_at = :now, node = NULL"
                    + " WHERE status = 'processing' AND node = ANY (:dead)")
            .bind("now", now())
            .bindArray("dead", String.class, deadNodes)
            .execute());
  }

  // Who has let go of a job, and says so again, takes no second attempt off its count.
  private boolean makeAvailable(
      Job job, OffsetDateTime at, int attemptsBack, Optional<String> holder) {
    return jdbi.withHandle(handle ->
        handle
                .createUpdate(
                    "UPDATE generation SET available_at = :at, node = :node,"
                        + " attempts = attempts - CASE WHEN node IS NULL THEN 0 ELSE :back END"
                        + " WHERE id = :id AND lease = :lease AND status = 'processing'")
                .bind("at", at)
                .bind("back", attemptsBack)
                .bind("node", holder.orElse(null))
                .bind("id", job.id().value())
                .bind("lease", job.lease())
                .execute()
            == 1);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Job job(ResultSet row) throws SQLException {
    return new Job(
        new GenerationId(row.getString("id")),
        new AccountId(row.getString("account_id")),
        new RequestId(row.getString("request_id")),
        row.getString("model"),
        row.getString("prompt"),
        row.getString("parameters"),
        new Credits(row.getLong("credits_estimate")),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getString("lease"),
        row.getInt("attempts"),
        row.getBoolean("sandbox") ? Mode.TEST : Mode.LIVE,
        Optional.ofNullable(row.getString("forced_error")).map(ForcedError::of));
  }
}
