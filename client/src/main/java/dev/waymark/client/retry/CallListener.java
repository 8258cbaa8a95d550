package dev.waymark.client.retry;

/**
 * Is told what the client does by itself. Called on the thread of the call, which waits for it;
 * what it throws is logged and goes no further.
 */
@FunctionalInterface
public interface CallListener {

  /** An attempt has failed, and another one follows after a wait that begins now. */
  void retrying(Retrying retrying);

  /** Hears nothing. */
  static CallListener none() {
    return retrying -> {};
  }
}
