package dev.waymark.server.connections;

import dev.waymark.errors.ApiException;
import dev.waymark.errors.Errors;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What RFC 9112 asks of the head of a request and the codec lets pass: anything here that two
 * readers could understand differently is refused.
 */
final class RequestLaws {
  private static final Pattern HOST =
      Pattern.compile("([A-Za-z0-9._~!$&'()*+,;=%-]*|\\[[0-9A-Fa-f:.]+])(:\\d{0,5})?");
  private static final Pattern ABSOLUTE =
      Pattern.compile("https?://[^/?#@]+([/?].*)?", Pattern.CASE_INSENSITIVE);

  private RequestLaws() {}

  /** Why a request is refused; nothing if it keeps the laws. */
  static Optional<ApiException> broken(HttpRequest head) {
    if (head.decoderResult().isFailure()) {
      return Optional.of(undecoded(head.decoderResult().cause()));
    }
    if (!isKnown(head.protocolVersion())) {
      return refused("the protocol is neither HTTP/1.1 nor HTTP/1.0.");
    }
    if (head.method().name().equalsIgnoreCase("HEAD") && !head.method().equals(HttpMethod.HEAD)) {
      // The framework would take it for HEAD, and leave an answer without the body it must have.
      return refused("a method is written in capitals.");
    }
    if (!isTarget(head.uri())) {
      return refused("the request target is not a path.");
    }
    return host(head).or(() -> transferEncoding(head));
  }

  private static ApiException undecoded(Throwable cause) {
    return cause instanceof TooLongFrameException
        ? Errors.malformedRequest("the request line or a header is too long.")
        : Errors.malformedRequest("the request line or a header is not what HTTP allows.");
  }

  private static boolean isKnown(HttpVersion version) {
    return version.equals(HttpVersion.HTTP_1_1) || version.equals(HttpVersion.HTTP_1_0);
  }

  private static boolean isTarget(String target) {
    if (!target.startsWith("/") && !ABSOLUTE.matcher(target).matches()) {
      return false;
    }
    try {
      // A path of two slashes would be read as a host.
      return new URI(target.startsWith("//") ? "/" + target : target).getPath() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static Optional<ApiException> host(HttpRequest head) {
    List<String> hosts = head.headers().getAll(HttpHeaderNames.HOST);
    if (hosts.isEmpty()) {
      return head.protocolVersion().equals(HttpVersion.HTTP_1_1)
          ? refused("the header Host is missing.")
          : Optional.empty();
    }
    if (hosts.size() > 1) {
      return refused("the header Host is there more than once.");
    }
    return HOST.matcher(hosts.getFirst()).matches()
        ? Optional.empty()
        : refused("the header Host is no host.");
  }

  private static Optional<ApiException> transferEncoding(HttpRequest head) {
    List<String> encodings = head.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
    if (encodings.isEmpty()) {
      return Optional.empty();
    }
    boolean chunkedOnly =
        encodings.size() == 1
            && HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(encodings.getFirst().strip());
    if (!chunkedOnly) {
      return refused("the only Transfer-Encoding that is read is chunked, stated once.");
    }
    return head.protocolVersion().equals(HttpVersion.HTTP_1_0)
        ? refused("HTTP/1.0 has no Transfer-Encoding.")
        : Optional.empty();
  }

  private static Optional<ApiException> refused(String reason) {
    return Optional.of(Errors.malformedRequest(reason));
  }
}
