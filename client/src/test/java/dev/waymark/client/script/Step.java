package dev.waymark.client.script;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;

/** What meets one attempt, after so many milliseconds. */
sealed interface Step {

  int millis();

  /**
   * An answer.
   *
   * @param headers a value {@code in N} stands for the date in so many seconds
   * @param utf8 whether the body's letters are written as the contract says
   * @param cut whether the last bytes of the body do not come
   * @param sound whether a success is the contract's; of refusals not used
   */
  record Reply(
      int millis,
      int status,
      Map<String, String> headers,
      String body,
      boolean utf8,
      boolean cut,
      boolean sound)
      implements Step {

    boolean succeeds() {
      return status / 100 == 2;
    }

    byte[] bytes() {
      return body.getBytes(utf8 ? UTF_8 : ISO_8859_1);
    }

    @Override
    public String toString() {
      String text = body.length() <= 300 ? body : body.substring(0, 300) + "… " + body.length();
      return "after %d ms %d %s%s%s %s"
          .formatted(millis, status, headers, utf8 ? "" : " latin-1", cut ? " cut" : "", text);
    }
  }

  /** No answer. */
  record Break(int millis, Fault fault) implements Step {

    @Override
    public String toString() {
      return "after " + millis + " ms " + fault;
    }
  }
}
