package dev.waymark.client.script;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One attempt as the server, or what stands for it, met it.
 *
 * @param call which of the script's calls it belongs to, from 0
 * @param at when it came
 * @param ended when its answer was there or it failed
 * @param headers by lower-case name
 * @param limit how long it was given; empty where nobody can see
 * @param end what it met; empty when the caller was interrupted meanwhile
 */
record Arrival(
    int call,
    Duration at,
    Duration ended,
    String method,
    String path,
    Map<String, String> headers,
    String body,
    Optional<Duration> limit,
    Optional<End> end) {

  String header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
  }

  /** What an attempt comes to. */
  sealed interface End {

    /**
     * An answer as far as it came.
     *
     * @param headers by lower-case name
     * @param sound of a success: whether it is what the contract promises
     */
    record Answered(int status, Map<String, String> headers, String body, boolean sound)
        implements End {

      boolean succeeds() {
        return status / 100 == 2;
      }

      Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
      }
    }

    /** No answer. */
    record Nothing(boolean mayHaveArrived, boolean mayPass) implements End {}
  }
}
