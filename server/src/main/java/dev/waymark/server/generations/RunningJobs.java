package dev.waymark.server.generations;

import dev.waymark.server.ids.GenerationId;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;

/**
 * The provider calls of this node, so that a cancelled one stops at once. On other nodes it stops
 * when its lease is next renewed.
 */
@Singleton
final class RunningJobs {
  private final Map<GenerationId, Future<?>> calls = new ConcurrentHashMap<>();

  void add(GenerationId id, Future<?> call) {
    calls.put(id, call);
  }

  /** The call of a later attempt stays. */
  void remove(GenerationId id, Future<?> call) {
    calls.remove(id, call);
  }

  /** Stops the provider call if it runs here; does nothing otherwise. */
  void stop(GenerationId id) {
    Future<?> call = calls.get(id);
    if (call != null) {
      call.cancel(true);
    }
  }
}
