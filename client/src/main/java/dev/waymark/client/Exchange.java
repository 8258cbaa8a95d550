package dev.waymark.client;

import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/**
 * Sends one request and gives its whole answer, whatever it says. The seam for resilience: what is put around a call is
 * another small Exchange around this one.
 */
@FunctionalInterface
interface Exchange {

  /** The body of the answer has arrived in full and is read from memory. */
  HttpResponse<InputStream> send(HttpRequest request);
}
