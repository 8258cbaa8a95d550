package dev.waymark.conformance.nodes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.contract.Contract;
import dev.waymark.conformance.oracles.ContractCheck;
import dev.waymark.conformance.process.RealRedis;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import dev.waymark.conformance.wire.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Several servers, each a process, on one PostgreSQL and one Redis; no call sticks to any of them.
 */
final class Cluster implements AutoCloseable {
  private static final int LAST_LINES = 60;

  private final ContractCheck contract = new ContractCheck(Contract.read());
  private final List<AutoCloseable> parts = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();
  private final List<Wire> wires = new ArrayList<>();
  private final RealRedis redis;
  private final Database database;

  private Cluster(Path folder, int size, String plans, List<String> options) {
    Path planFile = write(folder.resolve("plans.yaml"), plans);
    List<String> all =
        Stream.concat(options.stream(), Stream.of("--plans.file=" + planFile)).toList();
    redis = opened(RealRedis.start());
    database =
        opened(
            Database.create(folder, Stream.concat(all.stream(), Stream.of("--port=0")).toList()));
    List<String> shared =
        Stream.of(
                all,
                database.options(),
                List.of(
                    "--redis.url=" + redis.url(), "--redis.timeout=5s", "--database.pool-size=8"))
            .flatMap(List::stream)
            .toList();
    for (int number = 0; number < size; number++) {
      nodes.add(opened(Node.start(folder, shared)));
    }
    nodes.forEach(Node::awaitStart);
    nodes.forEach(
        node -> wires.add(opened(Wire.to(node.uri(), InstantSource.system(), contract::require))));
  }

  /** Returns when all of them listen. */
  static Cluster of(Path folder, int size, String plans, String... options) {
    return new Cluster(folder, size, plans, List.of(options));
  }

  List<Node> nodes() {
    return nodes;
  }

  RealRedis redis() {
    return redis;
  }

  Database database() {
    return database;
  }

  /** The way to a node, by any number: they take turns. */
  Wire wire(int number) {
    return wires.get(number % wires.size());
  }

  /** A new account, made by the operator at the first node. */
  Account account(String plan) {
    Exchange made =
        wire(0)
            .send(
                Request.post(
                        "/api/v1/admin/accounts",
                        "{\"name\":\"a test's\",\"plan\":\"%s\"}".formatted(plan))
                    .with("Authorization", "Bearer " + database.operatorKey()));
    if (made.status() != 201) {
      throw new AssertionError("No account was made: " + made);
    }
    JsonNode body = made.json();
    return new Account(
        this,
        body.at("/account/account_id").asText(),
        body.path("key").asText(),
        body.at("/api_key/key_id").asText());
  }

  /**
   * The end of what every node has written since it was last started, and of what PostgreSQL has.
   */
  String lastWords() {
    StringBuilder words = new StringBuilder();
    nodes.forEach(node -> words.append("%n%s:%n%s".formatted(node.uri(), end(node.output()))));
    return words.append("%nPostgreSQL:%n%s".formatted(end(database.log()))).toString();
  }

  private static String end(String text) {
    List<String> lines = text.lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
  }

  @Override
  public void close() {
    for (AutoCloseable part : parts.reversed()) {
      try {
        part.close();
      } catch (Exception e) {
        throw new AssertionError("a part of the cluster did not end", e);
      }
    }
  }

  private <T extends AutoCloseable> T opened(T part) {
    parts.add(part);
    return part;
  }

  private static Path write(Path file, String text) {
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An account of the cluster, with the first key that it was given. */
  record Account(Cluster cluster, String id, String key, String keyId) {

    Exchange send(int node, Request request) {
      return cluster.wire(node).send(request.with("Authorization", "Bearer " + key));
    }

    Exchange get(int node, String target) {
      return send(node, Request.get(target));
    }
  }
}
