package dev.waymark.conformance.provoke;

import dev.waymark.conformance.wire.HeldConnection;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Connections that take all the places that a server has. */
record Crowd(List<HeldConnection> connections) implements AutoCloseable {

  static Crowd of(URI server, int size) {
    Crowd crowd = new Crowd(new ArrayList<>());
    for (int number = 0; number < size; number++) {
      HeldConnection connection = HeldConnection.to(server);
      crowd.connections().add(connection);
      connection.hold();
    }
    return crowd;
  }

  @Override
  public void close() {
    connections.forEach(HeldConnection::close);
  }
}
