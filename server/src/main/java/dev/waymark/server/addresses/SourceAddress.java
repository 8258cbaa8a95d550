package dev.waymark.server.addresses;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Where a request comes from: the other end of its connection, or, if that is a trusted proxy, the
 * last address in {@code X-Forwarded-For} that is not one itself. What callers write about
 * themselves is never believed.
 */
@Singleton
public final class SourceAddress {
  private static final String HEADER = "X-Forwarded-For";

  private final List<AddressRange> trusted;

  SourceAddress(ProxySettings settings) {
    trusted = settings.ranges();
  }

  public IpAddress of(HttpRequest<?> request) {
    IpAddress peer = new IpAddress(request.getRemoteAddress().getAddress());
    return isTrusted(peer)
        ? ForwardedFor.source(peer, request.getHeaders().getAll(HEADER), this::isTrusted)
        : peer;
  }

  private boolean isTrusted(IpAddress address) {
    return trusted.stream().anyMatch(range -> range.contains(address));
  }
}
