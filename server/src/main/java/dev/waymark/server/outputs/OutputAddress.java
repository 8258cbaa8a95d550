package dev.waymark.server.outputs;

import dev.waymark.server.contract.PublicAddress;
import jakarta.inject.Singleton;
import java.net.URI;

/** Makes {@code output_url}. */
@Singleton
public final class OutputAddress {
  private static final String PATH = "/api/v1/outputs/";

  private final PublicAddress address;

  OutputAddress(PublicAddress address) {
    this.address = address;
  }

  public URI of(String name) {
    return address.of(PATH + name);
  }
}
