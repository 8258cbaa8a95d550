package dev.waymark.server.generations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.errors.ApiError;
import dev.waymark.server.commits.GroupCommit;
import dev.waymark.server.contract.Charge;
import dev.waymark.server.contract.ErrorBody;
import dev.waymark.server.ids.AccountId;
import dev.waymark.server.ids.GenerationId;
import dev.waymark.server.ids.RequestId;
import dev.waymark.server.outputs.OutputStore;
import dev.waymark.server.providers.Media;
import dev.waymark.server.wallet.Credits;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * Brings generations to their final status, with the wallet's entry in the same statement. Returns
 * after the commit, which it shares with starts and other ends.
 *
 * <p>Only one caller can end a generation: who finds it ended has come too late and changes
 * nothing.
 */
@Singleton
final class Ending {
  private final GroupCommit commits;
  private final OutputStore outputs;
  private final ObjectMapper json;

  Ending(GroupCommit commits, OutputStore outputs, ObjectMapper json) {
    this.commits = commits;
    this.outputs = outputs;
    this.json = json;
  }

  /** Completes the generation and settles its hold. False if this attempt no longer has it. */
  boolean complete(Job job, Media media) {
    return commits
        .submit(completion(job.account(), job.id(), Optional.of(job.lease()), media))
        .isPresent();
  }

  /** Fails the generation and releases its hold. False if this attempt no longer has it. */
  boolean fail(Job job, ApiError error) {
    return release(job, Status.FAILED, error);
  }

  /** Expires the generation and releases its hold. False if this attempt no longer has it. */
  boolean expire(Job job, ApiError error) {
    return release(job, Status.EXPIRED, error);
  }

  private boolean release(Job job, Status status, ApiError error) {
    String body = errorBody(error, job.request(), job.held());
    return commits
        .submit(
            new End(
                job.account(),
                job.id(),
                Optional.of(job.lease()),
                status,
                Optional.of(body),
                Optional.empty(),
                Optional.empty()))
        .isPresent();
  }

  /**
   * Cancels the account's unfinished generation by this call and releases its hold; returns the
   * balance after.
   */
  Optional<Credits> cancel(AccountId account, GenerationId id, RequestId by) {
    return commits.submit(
        new End(
            account,
            id,
            Optional.empty(),
            Status.CANCELLED,
            Optional.empty(),
            Optional.empty(),
            Optional.of(by)));
  }

  /** An end of an overdue generation whose output was found after all. */
  End completion(Overdue late, Media media) {
    return completion(late.account(), late.id(), Optional.empty(), media);
  }

  /** An end of an overdue generation. */
  End expiry(Overdue late, ApiError error) {
    return new End(
        late.account(),
        late.id(),
        Optional.empty(),
        Status.EXPIRED,
        Optional.of(errorBody(error, late.request(), late.held())),
        Optional.empty(),
        Optional.empty());
  }

  /** Ends all of them; says of each, in their order, whether this was its end. */
  List<Boolean> endAll(List<End> ends) {
    return commits.submitAll(ends).stream().map(Optional::isPresent).toList();
  }

  private End completion(AccountId account, GenerationId id, Optional<String> lease, Media media) {
    return new End(
        account,
        id,
        lease,
        Status.COMPLETED,
        Optional.empty(),
        Optional.of(outputs.prepare(id, media)),
        Optional.empty());
  }

  private String errorBody(ApiError error, RequestId request, Credits released) {
    try {
      return json.writeValueAsString(ErrorBody.stored(error, request, Charge.released(released)));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("an error cannot be written", e);
    }
  }
}
