package dev.waymark.server.providers;

/**
 * Makes what a test key gets from a model whose own provider costs money: something of the right
 * media type, by the same parameters as far as it understands them, at no cost and without a
 * network.
 *
 * <p>Called like a {@link Provider}, for any model and any parameters; there is one.
 */
public interface StandIn {
  Media image(Assignment assignment) throws InterruptedException;
}
