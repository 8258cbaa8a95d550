package dev.waymark.client;

import dev.waymark.client.transport.ErrorBody;
import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One generation as it stood when the server answered.
 *
 * @param parameters the parameters in force, defaults filled in; with the {@code seed}, so that it
 *     can be made again
 * @param creditsEstimate what is held for it; it can never cost more
 * @param creditsUsed what it has cost; there once it is finished, and 0 unless completed
 * @param outputUrl where the output is; there once completed. Whoever has the address can read it
 * @param error why it failed or expired
 */
public record Generation(
    String id,
    GenerationStatus status,
    String model,
    String prompt,
    Map<String, Object> parameters,
    long creditsEstimate,
    Optional<Long> creditsUsed,
    Optional<URI> outputUrl,
    Optional<Instant> outputExpiresAt,
    Optional<WaymarkError> error,
    Instant createdAt,
    Optional<Instant> startedAt,
    Optional<Instant> finishedAt) {

  public Generation {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /** Whether it will not change any more. */
  public boolean isFinished() {
    return status.isFinished() || finishedAt.isPresent();
  }

  /** Without the prompt and the output's address, which do not belong into a log. */
  @Override
  public String toString() {
    return "Generation[id=%s, status=%s, model=%s]".formatted(id, status, model);
  }

  static Generation from(dev.waymark.generated.client.model.Generation wire) {
    Required.field(wire, "a body");
    return new Generation(
        Required.field(wire.getGenerationId(), "generation_id"),
        GenerationStatus.from(wire.getStatus()),
        Required.field(wire.getModel(), "model"),
        Required.field(wire.getPrompt(), "prompt"),
        Required.field(wire.getParameters(), "parameters"),
        Required.field(wire.getCreditsEstimate(), "credits_estimate"),
        Optional.ofNullable(wire.getCreditsUsed()),
        Optional.ofNullable(wire.getOutputUrl()),
        Optional.ofNullable(wire.getOutputExpiresAt()),
        Optional.ofNullable(wire.getError()).map(ErrorBody::of).map(WaymarkError::from),
        Required.field(wire.getCreatedAt(), "created_at"),
        Optional.ofNullable(wire.getStartedAt()),
        Optional.ofNullable(wire.getFinishedAt()));
  }
}
