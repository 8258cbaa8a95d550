package dev.waymark.server.contract;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Reads {@code Accept} once for each text of it: callers are programs, and each sends the same one
 * ever again.
 */
@Singleton
final class Preferences {
  private static final int KEPT = 1000;

  /** Of a caller that makes texts up, nothing longer is kept. */
  private static final int LONGEST_KEPT = 256;

  private final Cache<String, Preference> known = Caffeine.newBuilder().maximumSize(KEPT).build();

  Preference of(List<String> headers) {
    return headers.size() == 1 && headers.getFirst().length() <= LONGEST_KEPT
        ? known.get(headers.getFirst(), _ -> read(headers))
        : read(headers);
  }

  private static Preference read(List<String> headers) {
    return new Preference(Accept.of(headers));
  }
}
