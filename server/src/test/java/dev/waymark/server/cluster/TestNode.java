package dev.waymark.server.cluster;

import dev.waymark.server.SharedServer;
import dev.waymark.server.database.OwnConnections;
import dev.waymark.server.ids.Ids;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jdbi.v3.core.Jdbi;

/** One more node on the shared server's database, in this process and on real time. */
final class TestNode implements AutoCloseable {
  final LockedNodes nodes;
  final HeardChanges changes = new HeardChanges(System::nanoTime);
  final Set<String> toldDead = new ConcurrentSkipListSet<>();
  private final Membership membership;
  private final Deaths deaths;

  TestNode(OwnConnections connections) {
    SharedServer server = SharedServer.get();
    nodes = new LockedNodes(server.bean(Ids.class), new ClusterSettings(Duration.ofSeconds(1)));
    nodes.whenDead(toldDead::addAll);
    membership =
        new Membership(
            connections, nodes, changes, server.clock(), System::nanoTime, Thread::sleep);
    deaths = new Deaths(nodes, server.bean(Jdbi.class), Thread::sleep);
  }

  static TestNode onTheSharedDatabase() {
    return new TestNode(SharedServer.get().bean(OwnConnections.class));
  }

  TestNode started() {
    membership.start();
    deaths.start();
    return this;
  }

  @Override
  public void close() {
    deaths.stop();
    membership.leave();
  }
}
