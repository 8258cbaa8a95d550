package dev.waymark.benchmarks.endpoints;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.Map;

/**
 * A program of its own: {@code bare}, or {@code plain} with the address, user and password of a
 * database. Tells on standard output where it listens, and runs until it is stopped.
 */
public final class Endpoints {
  private Endpoints() {}

  public static void main(String[] arguments) throws InterruptedException {
    Map<String, Object> properties =
        arguments[0].equals("bare")
            ? Map.of("endpoint", "bare")
            : Map.of(
                "endpoint",
                "plain",
                "database.url",
                arguments[1],
                "database.user",
                arguments[2],
                "database.password",
                System.getenv().getOrDefault("DATABASE_PASSWORD", ""));
    ApplicationContext context =
        ApplicationContext.builder()
            .banner(false)
            .deduceEnvironment(false)
            .properties(properties)
            .start();
    EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
    System.out.println("listening on http://127.0.0.1:" + server.getPort());
    Thread.currentThread().join();
  }
}
