package dev.waymark.conformance.judging;

import dev.waymark.client.retry.RetryPolicy;
import dev.waymark.client.transport.Answer;
import dev.waymark.conformance.drivers.Told;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.UUID;

/**
 * What a client does otherwise than ours; each of these changes nothing unless it is overridden.
 */
public interface Variation {
  /** Ours as it is. */
  Variation NONE = new Variation() {};

  /** How far it goes by itself. */
  default RetryPolicy policy(RetryPolicy policy) {
    return policy;
  }

  /** What goes out. */
  default HttpRequest sent(HttpRequest request, int attempt) {
    return request;
  }

  /** What it takes in of an answer. */
  default Answer<byte[]> got(Answer<byte[]> answer) throws IOException {
    return answer;
  }

  /** What it takes a broken connection, or a body that was cut, for. */
  default Answer<byte[]> broken(IOException failure, byte[] come) throws IOException {
    throw failure;
  }

  /** How long it waits when it wants to wait so long. */
  default Duration pause(Duration pause) {
    return pause;
  }

  /** From 0 to 1. */
  default double random(double random) {
    return random;
  }

  default UUID freshId(UUID id) {
    return id;
  }

  /** Whether it ends when it is told to stop. */
  default boolean stops() {
    return true;
  }

  /** Whether it makes the whole call again, a second later. */
  default boolean callsAgain(Told told, int calls) {
    return false;
  }

  /** Whether it goes with all that it sent wherever an answer leads. */
  default boolean follows() {
    return false;
  }

  /** Whether it takes an interim answer for the answer. */
  default boolean takesInterim() {
    return false;
  }

  /** What it tells. */
  default Told told(Told told) {
    return told;
  }
}
