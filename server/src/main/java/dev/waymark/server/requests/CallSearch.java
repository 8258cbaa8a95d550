package dev.waymark.server.requests;

import dev.waymark.server.ids.RequestId;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which calls of an account are wanted; what is empty wants any, and all must hold.
 *
 * @param from the lowest id that is wanted
 * @param before all wanted ids are lower; empty wants the newest too
 */
record CallSearch(
    RequestId from,
    Optional<RequestId> before,
    Optional<String> code,
    Optional<Integer> status,
    Optional<String> key,
    Optional<String> route) {

  /** With no lower ids than this one. */
  CallSearch notBelow(RequestId lowest) {
    RequestId higher = from.value().compareTo(lowest.value()) < 0 ? lowest : from;
    return new CallSearch(higher, before, code, status, key, route);
  }

  /** With ids below this one only. */
  CallSearch below(RequestId limit) {
    Optional<RequestId> lower =
        before
            .filter(given -> given.value().compareTo(limit.value()) <= 0)
            .or(() -> Optional.of(limit));
    return new CallSearch(from, lower, code, status, key, route);
  }

  /** Whether a text is asked for that no call can have, because the database cannot hold it. */
  boolean isHopeless() {
    return Stream.of(code, key, route)
        .flatMap(Optional::stream)
        .anyMatch(text -> text.indexOf('\0') >= 0);
  }
}
