package dev.waymark.server.overload;

import dev.waymark.server.contract.Attached;
import io.micronaut.http.HttpRequest;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * A call's place among those that are worked on. Released once, when the call is answered; until
 * then it can be lent back. A call is handled by one thread at a time, but may end on any.
 */
final class Place {
  private static final Attached<Place> ATTACHED = new Attached<>("waymark.place", Place.class);

  private final Places places;
  private boolean held = true;
  private boolean over;

  Place(Places places) {
    this.places = places;
  }

  static Optional<Place> of(HttpRequest<?> request) {
    return ATTACHED.of(request);
  }

  void attachTo(HttpRequest<?> request) {
    ATTACHED.to(request, this);
  }

  /** Ends the use of the place; the second time nothing happens. */
  synchronized void release() {
    over = true;
    giveBack();
  }

  synchronized void lend() {
    giveBack();
  }

  /** Waits until there is a place again; after an interrupt the call goes on without one. */
  void takeBack() throws InterruptedException {
    CompletableFuture<Boolean> turn = places.askAgain();
    try {
      turn.get();
    } catch (InterruptedException e) {
      if (!turn.cancel(false)) {
        taken();
      }
      throw e;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a turn is never refused", e);
    }
    taken();
  }

  private synchronized void taken() {
    held = true;
    if (over) {
      giveBack();
    }
  }

  private void giveBack() {
    if (held) {
      held = false;
      places.free();
    }
  }
}
