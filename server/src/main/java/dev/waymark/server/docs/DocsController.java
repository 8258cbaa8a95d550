package dev.waymark.server.docs;

import dev.waymark.generated.server.api.DocsApi;
import dev.waymark.server.caching.TaggedAnswers;
import dev.waymark.server.errors.ErrorCodes;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import org.jspecify.annotations.Nullable;

/** Serves the pages on errors. */
@Controller
final class DocsController implements DocsApi {
  private static final MediaType HTML = MediaType.of("text/html;charset=utf-8");

  private final ErrorPages pages;
  private final TaggedAnswers tagged;

  DocsController(ErrorPages pages, TaggedAnswers tagged) {
    this.pages = pages;
    this.tagged = tagged;
  }

  @Override
  public HttpResponse<String> listErrorPages(
      @Nullable String ifNoneMatch, @Nullable String testError) {
    return html(pages.index());
  }

  @Override
  public HttpResponse<String> getErrorPage(
      String code, @Nullable String ifNoneMatch, @Nullable String testError) {
    return html(pages.page(ErrorCodes.named(code)));
  }

  private HttpResponse<String> html(String page) {
    MutableHttpResponse<String> answer = tagged.of(page);
    return answer.code() == HttpStatus.NOT_MODIFIED.getCode() ? answer : safe(answer);
  }

  private HttpResponse<String> safe(MutableHttpResponse<String> page) {
    return page.contentType(HTML)
        .header("Content-Security-Policy", pages.contentSecurityPolicy())
        .header("X-Content-Type-Options", "nosniff");
  }
}
