package dev.waymark.server.providers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.server.ids.GenerationId;
import java.util.Optional;

/**
 * A source of generated media. Called on a worker's thread, never on a request's, and by several
 * workers at once.
 *
 * <p>The worker interrupts the call when the generation was cancelled, took too long, or the server
 * stops; the provider then stops soon and throws {@link InterruptedException}. The worker decides
 * on retries; a provider never retries.
 */
public interface Provider {
  /** The name by which model files ask for it. */
  String name();

  /** Whether calls cost money. Then test keys never reach it and a {@link StandIn} serves them. */
  boolean costs();

  /**
   * What stands against serving a model, asked once when the server starts.
   *
   * @param parameters the JSON Schema of the model's own parameters
   * @param settings what the model file says to the provider
   * @return what is wrong in the model file and what would be right, as part of a sentence; nothing
   *     if it can be served
   */
  Optional<String> objection(JsonNode parameters, JsonNode settings);

  /** Makes one output, or throws why it could not. */
  Media generate(Assignment assignment) throws ProviderException, InterruptedException;

  /**
   * What has become of a generation that this provider may have been asked for before, by a worker
   * that was lost. Asked before it is made again or given up, so that nothing is paid for twice or
   * thrown away. Begins nothing.
   *
   * <p>A provider that keeps nothing, and whose outputs cost nothing to make again, has nothing to
   * say.
   *
   * @param settings what the model file says to the provider
   */
  default Found find(GenerationId generation, JsonNode settings)
      throws ProviderException, InterruptedException {
    return new Found.Unknown();
  }
}
