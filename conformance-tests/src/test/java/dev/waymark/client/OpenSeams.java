package dev.waymark.client;

import dev.waymark.client.retry.Time;
import dev.waymark.client.transport.Exchange;
import java.util.UUID;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/** Opens the builder's seams to the kit's own tests. */
public final class OpenSeams {
  private OpenSeams() {}

  /** With time, chance and the network from outside. */
  public static WaymarkClient client(
      WaymarkClientBuilder builder,
      Time time,
      DoubleSupplier random,
      Supplier<UUID> freshIds,
      Exchange exchange) {
    return builder.time(time).random(random).freshIds(freshIds).exchange(exchange).build();
  }
}
