package dev.waymark.server.contract;

import io.micronaut.http.HttpRequest;
import java.util.Optional;

/**
 * A thing of ours that a request carries from one filter to the next. Read as it was put there: the
 * framework's own way is to convert an attribute to the wanted type, which costs more than all that
 * most filters do.
 *
 * @param name of the attribute, different for each thing
 */
public record Attached<T>(String name, Class<T> type) {

  public void to(HttpRequest<?> request, T thing) {
    request.setAttribute(name, thing);
  }

  /** Nothing where none was put. */
  public Optional<T> of(HttpRequest<?> request) {
    Object thing = request.getAttributes().getValue(name);
    return type.isInstance(thing) ? Optional.of(type.cast(thing)) : Optional.empty();
  }
}
