package dev.waymark.server.providers;

/**
 * A source of generated media. Called on a worker's thread, never on a request's, and by several workers at once.
 *
 * <p>The worker interrupts the call when the generation was cancelled, took too long, or the server stops; the provider then
 * stops soon and throws {@link InterruptedException}. The worker decides on retries; a provider never retries.
 */
public interface Provider {
  /** The name by which model files ask for it. */
  String name();

  /** Makes one output, or throws why it could not. */
  Media generate(Assignment assignment) throws ProviderException, InterruptedException;
}
