package dev.waymark.client;

import dev.waymark.client.retry.Time;
import dev.waymark.generated.client.api.GenerationsApi;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Over HTTP, as the contract has it. */
final class HttpGenerations implements Generations {

  private final Calls calls;
  private final Awaiting awaiting;
  private final Outputs outputs;
  private final Time time;
  private final Supplier<UUID> freshKeys;

  HttpGenerations(Calls calls, Outputs outputs, Time time, Supplier<UUID> freshKeys) {
    this.calls = calls;
    this.awaiting = new Awaiting(new GenerationPoll(calls, time), time);
    this.outputs = outputs;
    this.time = time;
    this.freshKeys = freshKeys;
  }

  @Override
  public Generation start(GenerationRequest request, StartOptions options) {
    return start(request, options, Calls.FOR_EVER);
  }

  private Generation start(GenerationRequest request, StartOptions options, Duration limit) {
    String idempotencyKey = options.idempotencyKey().orElseGet(() -> freshKeys.get().toString());
    return calls
        .reply(
            GenerationsApi.startGeneration(
                request.toWire(),
                idempotencyKey,
                options.maxCredits().orElse(null),
                options.testError().map(TestError::header).orElse(null)),
            Generation::from,
            calls.timeout(),
            limit)
        .body();
  }

  @Override
  public Quote quote(GenerationRequest request) {
    return calls.run(GenerationsApi.quoteGeneration(request.toWire(), null), Quote::from);
  }

  @Override
  public Generation get(String id) {
    return calls.run(
        GenerationsApi.getGeneration(Required.id(id, "generation"), null, null), Generation::from);
  }

  @Override
  public Page<Generation> list(GenerationQuery query) {
    return calls.run(
        GenerationsApi.listGenerations(
            query.status().map(GenerationStatus::toWire).orElse(null),
            query.pageSize().orElse(null),
            query.cursor().orElse(null),
            null),
        page -> Page.of(page.getData(), page.getNextCursor(), Generation::from));
  }

  @Override
  public Stream<Generation> stream(GenerationQuery query) {
    return Pages.from(
        query.cursor(),
        cursor -> list(new GenerationQuery(query.status(), query.pageSize(), cursor)));
  }

  @Override
  public Generation cancel(String id) {
    return calls.run(
        GenerationsApi.cancelGeneration(Required.id(id, "generation"), null), Generation::from);
  }

  @Override
  public CompletedGeneration await(String id, Duration limit) {
    Required.id(id, "generation");
    return completed(calls.asOne(() -> awaiting.finished(id, limit)));
  }

  @Override
  public CompletedGeneration await(Generation generation, Duration limit) {
    return generation.isFinished() ? completed(generation) : await(generation.id(), limit);
  }

  @Override
  public CompletedGeneration run(GenerationRequest request, StartOptions options, Duration limit) {
    if (limit.isNegative() || limit.isZero()) {
      throw new IllegalArgumentException("A limit must be more than nothing");
    }
    return calls.asOne(() -> startAndAwait(request, options, limit));
  }

  private CompletedGeneration startAndAwait(
      GenerationRequest request, StartOptions options, Duration limit) {
    Duration begin = time.elapsed();
    Generation started = start(request, options, limit);
    Duration left = limit.minus(time.elapsed().minus(begin));
    return await(started, left.isNegative() ? Duration.ZERO : left);
  }

  private CompletedGeneration completed(Generation finished) {
    if (finished.status() != GenerationStatus.COMPLETED) {
      throw new GenerationFailedException(finished);
    }
    return new CompletedGeneration(finished, outputs);
  }
}
