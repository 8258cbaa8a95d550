package dev.waymark.server.overload;

import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Lets calls wait for something without keeping others from being worked on. */
@Singleton
public final class Patience {

  /** Something to wait for. */
  @FunctionalInterface
  public interface Wait {
    void run() throws InterruptedException;
  }

  /**
   * Lends the place of the call that the current thread works on to others meanwhile, and returns
   * when it has one again. Outside of a call it only waits.
   */
  public void during(Wait wait) throws InterruptedException {
    Optional<Place> place = ServerRequestContext.currentRequest().flatMap(Place::of);
    place.ifPresent(Place::lend);
    wait.run();
    if (place.isPresent()) {
      place.get().takeBack();
    }
  }
}
