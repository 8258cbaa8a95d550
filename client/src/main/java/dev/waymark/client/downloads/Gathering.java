package dev.waymark.client.downloads;

import java.util.Optional;

/**
 * Where the bytes of one output gather, from the first one on. What fails here has nothing to do
 * with the network and is thrown unchecked, so that nobody takes it for a reason to send again.
 */
public interface Gathering {

  /** The bytes that are there. */
  long size();

  /** The strong entity tag of what they are the beginning of; empty where it had none. */
  Optional<String> tag();

  /** Drops what is there and begins with nothing of what the tag names. */
  void restart(Optional<String> tag);

  /** The next bytes. */
  void append(byte[] buffer, int count) throws InterruptedException;
}
