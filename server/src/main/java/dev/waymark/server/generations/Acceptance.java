package dev.waymark.server.generations;

import dev.waymark.errors.ApiException;
import dev.waymark.server.access.Caller;
import dev.waymark.server.commits.GroupCommit;
import dev.waymark.server.idempotency.IdempotencyRecords;
import dev.waymark.server.idempotency.IdempotentCall;
import dev.waymark.server.ids.Ids;
import dev.waymark.server.models.Order;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Has starts accepted in a group commit. What needs no database is done before, on the caller's own
 * thread: the batches of many callers only wait for what must be decided in turn.
 */
@Singleton
final class Acceptance {
  private final GroupCommit commits;
  private final GenerationStore generations;
  private final Ids ids;
  private final QueueRoom room;
  private final StartRefusals refusals;
  private final StartParts parts;

  Acceptance(
      GroupCommit commits,
      GenerationStore generations,
      Ids ids,
      QueueRoom room,
      StartRefusals refusals,
      IdempotencyRecords idempotency) {
    this.commits = commits;
    this.generations = generations;
    this.ids = ids;
    this.room = room;
    this.refusals = refusals;
    this.parts = new StartParts(idempotency.inBatches(), room);
  }

  /** Returns what was committed, or throws why nothing was. */
  Admission accept(StartRequest request, Optional<IdempotentCall> once, Order order) {
    room.countIfDue();
    Start start =
        new Start(
            request, once, order, generations.text(order.parameters()), ids.generation(), parts);
    Admission admission = commits.submit(start);
    if (admission instanceof Admission.QueueFull) {
      room.recount();
      admission = commits.submit(start);
    }
    return require(request.caller(), order, admission);
  }

  private Admission require(Caller caller, Order order, Admission admission) throws ApiException {
    return switch (admission) {
      case Admission.Accepted accepted -> accepted;
      case Admission.Known known -> known;
      case Admission.OverQuota over ->
          throw refusals.overQuota(over.quota(), over.wallet(), order.price());
      case Admission.TooDear tooDear -> throw refusals.tooDear(tooDear.wallet(), order.price());
      case Admission.TooMany _ -> throw refusals.tooMany(caller);
      case Admission.QueueFull _ -> throw refusals.queueFull();
    };
  }
}
