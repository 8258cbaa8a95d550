package dev.waymark.client;

import java.net.http.HttpRequest;

/**
 * Sends one request and gives its answer. The seam for resilience: what is put around a call is
 * another small Exchange around this one.
 */
@FunctionalInterface
interface Exchange {

  /** The body has arrived in full; that of a refusal perhaps in part only. */
  Answer<byte[]> send(HttpRequest request);
}
