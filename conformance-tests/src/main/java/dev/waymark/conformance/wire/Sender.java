package dev.waymark.conformance.wire;

/** Sends a request and returns the answer, which has been held against the contract. */
@FunctionalInterface
public interface Sender {
  Exchange send(Request request);
}
