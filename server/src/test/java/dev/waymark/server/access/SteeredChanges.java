package dev.waymark.server.access;

import dev.waymark.server.cluster.Changes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** Changes that are told when a test says so, and as current as it says. */
final class SteeredChanges implements Changes {
  final List<String> announced = new ArrayList<>();
  boolean current = true;
  private Consumer<String> change = _ -> {};
  private Runnable anything = () -> {};

  @Override
  public void announce(Handle tx, String payload) {
    announced.add(payload);
  }

  @Override
  public void subscribe(Consumer<String> change, Runnable anything) {
    this.change = change;
    this.anything = anything;
  }

  @Override
  public boolean current() {
    return current;
  }

  void tell(String payload) {
    change.accept(payload);
  }

  void tellAnything() {
    anything.run();
  }
}
