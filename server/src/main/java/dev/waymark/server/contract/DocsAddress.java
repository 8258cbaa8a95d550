package dev.waymark.server.contract;

import dev.waymark.errors.ErrorCode;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;

/** Makes {@code docs_url}: where a person reads about a code. */
@Singleton
public final class DocsAddress {
  private static final String PATH = "/docs/errors/";

  private final PublicAddress address;

  DocsAddress(PublicAddress address) {
    this.address = address;
  }

  public URI of(HttpRequest<?> request, ErrorCode code) {
    return address.of(Optional.of(request), PATH + code);
  }

  /** The same for the request that the current thread works on. */
  public URI of(String code) {
    return address.of(PATH + code);
  }
}
