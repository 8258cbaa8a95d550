package dev.waymark.benchmarks.callers;

import dev.waymark.client.WaymarkClient;
import java.util.function.Function;

/** Our client, as anybody makes it. */
final class WaymarkCaller implements Caller {
  private final WaymarkClient client;
  private final Function<WaymarkClient, String> call;

  WaymarkCaller(String address, String key, Function<WaymarkClient, String> call) {
    this.client = WaymarkClient.builder().baseUrl(address).key(key).build();
    this.call = call;
  }

  @Override
  public String call() {
    return call.apply(client);
  }

  @Override
  public void close() {
    client.close();
  }
}
