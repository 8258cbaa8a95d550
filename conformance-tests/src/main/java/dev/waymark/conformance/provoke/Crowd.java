package dev.waymark.conformance.provoke;

import dev.waymark.conformance.suite.Unreachable;
import dev.waymark.conformance.wire.HeldConnection;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Connections that take all the places that a server has. */
record Crowd(List<HeldConnection> connections) implements AutoCloseable {

  /**
   * All of them open.
   *
   * @throws Unreachable if the server leaves none open once it has answered
   */
  static Crowd of(URI server, int size) {
    Crowd crowd = new Crowd(new ArrayList<>());
    try {
      for (int number = 0; number < size; number++) {
        crowd.add(HeldConnection.to(server));
      }
      return crowd;
    } catch (RuntimeException e) {
      crowd.close();
      throw e;
    }
  }

  private void add(HeldConnection connection) {
    connections.add(connection);
    if (!connection.hold()) {
      throw new Unreachable("the server closes a connection after each answer: none can be held");
    }
  }

  @Override
  public void close() {
    connections.forEach(HeldConnection::close);
  }
}
