package dev.waymark.server.contract;

import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.http.uri.UriBuilder;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * What every list of the API has in common beside its page: the size asked for and the link to the
 * next page.
 */
@Singleton
public final class PageLink {
  private static final int DEFAULT_LIMIT = 20;

  private final Calls calls;

  PageLink(Calls calls) {
    this.calls = calls;
  }

  /** How many entries the page holds at most. */
  public static int limit(@Nullable Integer asked) {
    return asked == null ? DEFAULT_LIMIT : asked;
  }

  /**
   * Puts {@code Link: rel="next"} (RFC 8288) on the answer: the call's own query with the next
   * cursor.
   */
  public void announce(Page<?> page) {
    ServerRequestContext.currentRequest()
        .ifPresent(request ->
            page.next()
                .map(cursor ->
                    UriBuilder.of(request.getUri())
                        .replaceQueryParam("cursor", cursor.text())
                        .build())
                .ifPresent(next ->
                    calls.of(request).answerWith("Link", "<%s>; rel=\"next\"".formatted(next))));
  }
}
