package dev.waymark.conformance.provoke;

import dev.waymark.conformance.wire.Exchange;

/** Sends the same call again, dressed as it is told, and judges nothing. */
@FunctionalInterface
interface Serving {
  Exchange served(Dress dress);
}
