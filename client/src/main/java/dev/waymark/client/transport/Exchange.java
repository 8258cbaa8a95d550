package dev.waymark.client.transport;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;

/**
 * Sends one request once and gives its answer. The seam for resilience: what is put around a call
 * is another small Exchange around this one.
 */
@FunctionalInterface
public interface Exchange {

  /**
   * The body has arrived in full, within the limit; that of a refusal perhaps in part only. {@link
   * IOException} when no answer came, see {@link Faults}.
   *
   * @param limit what is left of the call's time, for all that is done here; the request's own
   *     timeout bounds its time on the network
   */
  Answer<byte[]> send(HttpRequest request, Duration limit) throws IOException, InterruptedException;
}
