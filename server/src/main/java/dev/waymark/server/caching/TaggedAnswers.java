package dev.waymark.server.caching;

import dev.waymark.server.contract.PublicAddress;
import dev.waymark.server.hashing.Sha256;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Answers with a strong entity tag, made of the very bytes that are sent, and spares callers that
 * have these bytes already the body. The same to HEAD as to GET.
 *
 * <p>Addresses inside go by the host that was called, unless {@code waymark.public-url} is set. A
 * cache that serves many may therefore only keep what does not depend on a caller's word.
 */
@Singleton
public final class TaggedAnswers {
  private static final int TAG_BYTES = 16;

  private final JsonMapper json;
  private final String cacheControl;

  TaggedAnswers(JsonMapper json, PublicAddress address) {
    this.json = json;
    this.cacheControl = (address.isFixed() ? "public" : "private") + ", max-age=300";
  }

  /** 200 with this body, or 304 without it; to be asked while the request is handled. */
  public <T> MutableHttpResponse<T> of(T body) {
    String tag = tag(bytes(body));
    MutableHttpResponse<T> answer =
        new EntityTags(ifNoneMatch()).have(tag)
            ? HttpResponse.notModified()
            : HttpResponse.ok(body);
    return answer.header(HttpHeaders.ETAG, tag).header(HttpHeaders.CACHE_CONTROL, cacheControl);
  }

  private static String ifNoneMatch() {
    return ServerRequestContext.<Object>currentRequest().stream()
        .flatMap(TaggedAnswers::entityTags)
        .collect(Collectors.joining(","));
  }

  private static Stream<String> entityTags(HttpRequest<?> request) {
    return request.getHeaders().getAll(HttpHeaders.IF_NONE_MATCH).stream();
  }

  private byte[] bytes(Object body) {
    try {
      return body instanceof CharSequence text
          ? text.toString().getBytes(StandardCharsets.UTF_8)
          : json.writeValueAsBytes(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String tag(byte[] bytes) {
    return '"' + HexFormat.of().formatHex(Sha256.of(bytes), 0, TAG_BYTES) + '"';
  }
}
