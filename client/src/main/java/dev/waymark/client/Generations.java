package dev.waymark.client;

import dev.waymark.generated.client.api.GenerationsApi;
import dev.waymark.generated.client.model.GenerationPage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Starts, prices, looks up, awaits and cancels generations.
 *
 * <p>Each call is sent once: {@link WaymarkException} when the server refuses it, {@link
 * WaymarkConnectionException} when no answer comes. Only {@link #await} asks again by itself.
 */
public final class Generations {

  private final Transport transport;
  private final Awaiting awaiting;
  private final Supplier<UUID> freshKeys;

  Generations(Transport transport, Time time, Supplier<UUID> freshKeys) {
    this.transport = transport;
    this.awaiting = new Awaiting(new GenerationPoll(transport), time);
    this.freshKeys = freshKeys;
  }

  /** Starts it and comes back at once; its price is held. Called twice, it starts two. */
  public Generation start(GenerationRequest request) {
    return start(request, StartOptions.defaults());
  }

  /** With the idempotency key of an earlier start, the generation that was started then. */
  public Generation start(GenerationRequest request, StartOptions options) {
    String idempotencyKey = options.idempotencyKey().orElseGet(() -> freshKeys.get().toString());
    return transport.run(client ->
        Generation.from(
            new GenerationsApi(client)
                .startGeneration(
                    request.toWire(), idempotencyKey, options.maxCredits().orElse(null), null)));
  }

  /** What it would cost now. Starts and charges nothing. */
  public Quote quote(GenerationRequest request) {
    return transport.run(
        client -> Quote.from(new GenerationsApi(client).quoteGeneration(request.toWire(), null)));
  }

  /** Where it stands now. */
  public Generation get(String id) {
    requireId(id);
    return transport.run(
        client -> Generation.from(new GenerationsApi(client).getGeneration(id, null, null)));
  }

  /** The newest generations, a page of them. */
  public Page<Generation> list() {
    return list(GenerationQuery.all());
  }

  /** One page. */
  public Page<Generation> list(GenerationQuery query) {
    return transport.run(client -> {
      GenerationPage page =
          Required.field(
              new GenerationsApi(client)
                  .listGenerations(
                      query.status().map(GenerationStatus::toWire).orElse(null),
                      query.pageSize().orElse(null),
                      query.cursor().orElse(null),
                      null),
              "a body");
      List<Generation> generations = new ArrayList<>();
      for (var generation : Required.field(page.getData(), "data")) {
        generations.add(Generation.from(generation));
      }
      return new Page<>(generations, Optional.ofNullable(page.getNextCursor()));
    });
  }

  /** The entries of all pages from the query's on. A page is fetched when the stream gets to it. */
  public Stream<Generation> stream(GenerationQuery query) {
    return Pages.from(
        query.cursor(),
        cursor -> list(new GenerationQuery(query.status(), query.pageSize(), cursor)));
  }

  /** Stops it and gives its credits back. Called twice, it answers the same. */
  public Generation cancel(String id) {
    requireId(id);
    return transport.run(
        client -> Generation.from(new GenerationsApi(client).cancelGeneration(id, null)));
  }

  public Generation cancel(Generation generation) {
    return cancel(generation.id());
  }

  /**
   * Waits until it is completed, at most for {@code limit}. A look that finds the server busy or
   * away is taken again, five times in a row at most.
   *
   * @throws GenerationFailedException when it failed, expired or was cancelled
   * @throws AwaitTimeoutException when the limit is over; the generation itself goes on
   * @throws WaymarkInterruptedException when the thread was interrupted; the generation itself goes
   *     on
   */
  public Generation await(String id, Duration limit) {
    requireId(id);
    return awaiting.completed(id, limit);
  }

  /** {@link #await(String, Duration)}; one that is finished already needs no call. */
  public Generation await(Generation generation, Duration limit) {
    return generation.isFinished()
        ? Awaiting.completedOrThrown(generation)
        : await(generation.id(), limit);
  }

  private static void requireId(String id) {
    if (id.isBlank()) {
      throw new IllegalArgumentException("No generation id");
    }
  }
}
