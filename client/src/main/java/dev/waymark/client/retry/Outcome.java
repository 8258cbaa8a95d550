package dev.waymark.client.retry;

import dev.waymark.client.transport.Answer;
import java.io.IOException;

/** What has become of a call in the end. {@code attempts} speak of all of it. */
public sealed interface Outcome<T> {

  record Success<T>(Answer<T> answer, Attempts attempts) implements Outcome<T> {}

  /** The server has the last word. */
  record Refused<T>(Answer<T> answer, Attempts attempts) implements Outcome<T> {}

  /** The last attempt got no answer. */
  record Unanswered<T>(IOException failure, Attempts attempts) implements Outcome<T> {}

  /** The thread was told to stop, in an attempt or between two. */
  record Interrupted<T>(InterruptedException interrupt, Attempts attempts) implements Outcome<T> {}
}
