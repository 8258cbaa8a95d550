package dev.waymark.server.overload;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.http.context.event.HttpRequestTerminatedEvent;
import jakarta.inject.Singleton;

/**
 * Gives a place back at the very end of a call that no filter has seen leave: one whose caller hung
 * up, or whose answer failed on its way.
 */
@Singleton
final class EndOfCall implements ApplicationEventListener<HttpRequestTerminatedEvent> {
  @Override
  public void onApplicationEvent(HttpRequestTerminatedEvent event) {
    Place.of(event.getSource()).ifPresent(Place::release);
  }
}
