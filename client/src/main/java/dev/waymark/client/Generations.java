package dev.waymark.client;

import java.time.Duration;
import java.util.stream.Stream;

/**
 * Starts, prices, looks up, awaits and cancels generations. One call of a method is one call of the
 * API, sent again where the contract says that this may help; {@link WaymarkException} where it did
 * not.
 */
public interface Generations {

  /**
   * Starts it and comes back at once; its price is held. Called twice, it starts two. Whatever
   * happens on the way, one call starts one at most: all its attempts carry the same idempotency
   * key, and an answer that was lost is fetched with it.
   */
  default Generation start(GenerationRequest request) {
    return start(request, StartOptions.defaults());
  }

  /** With the idempotency key of an earlier start, the generation that was started then. */
  Generation start(GenerationRequest request, StartOptions options);

  /** What it would cost now. Starts and charges nothing. */
  Quote quote(GenerationRequest request);

  /** Where it stands now. */
  Generation get(String id);

  /** The newest generations, a page of them. */
  default Page<Generation> list() {
    return list(GenerationQuery.all());
  }

  /** One page. */
  Page<Generation> list(GenerationQuery query);

  /** The entries of all pages from the query's on. A page is fetched when the stream gets to it. */
  Stream<Generation> stream(GenerationQuery query);

  /** Stops it and gives its credits back. Called twice, it answers the same. */
  Generation cancel(String id);

  default Generation cancel(Generation generation) {
    return cancel(generation.id());
  }

  /**
   * Waits until it is completed, at most for {@code limit}; asks when the server says so and lets
   * it hold its answer back until there is something to say (RFC 7240, {@code Prefer: wait}).
   *
   * @throws GenerationFailedException when it failed, expired or was cancelled
   * @throws StillRunningException when the limit is over; the generation itself goes on
   * @throws WaymarkInterruptedException when the thread was interrupted; the generation itself goes
   *     on
   */
  CompletedGeneration await(String id, Duration limit);

  /** {@link #await(String, Duration)}; one that is finished already needs no call. */
  CompletedGeneration await(Generation generation, Duration limit);

  /** {@link #start} and {@link #await}, which may take {@code limit} together. */
  default CompletedGeneration run(GenerationRequest request, Duration limit) {
    return run(request, StartOptions.defaults(), limit);
  }

  /** With the idempotency key of an earlier run, that run is gone on with. */
  CompletedGeneration run(GenerationRequest request, StartOptions options, Duration limit);
}
