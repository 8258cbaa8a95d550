package dev.waymark.server.errors;

import dev.waymark.errors.ErrorCode;
import dev.waymark.generated.server.api.ErrorsApi;
import dev.waymark.generated.server.model.ErrorDescription;
import dev.waymark.generated.server.model.ErrorDescriptionPage;
import dev.waymark.server.caching.TaggedAnswers;
import dev.waymark.server.contract.Cursor;
import dev.waymark.server.contract.Page;
import dev.waymark.server.contract.PageLink;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Translates the operations on the error catalogue. */
@Controller
final class ErrorsController implements ErrorsApi {
  private static final List<ErrorCode> CATALOGUE = List.of(ErrorCode.values());

  private final ErrorView view;
  private final PageLink link;
  private final TaggedAnswers tagged;

  ErrorsController(ErrorView view, PageLink link, TaggedAnswers tagged) {
    this.view = view;
    this.link = link;
    this.tagged = tagged;
  }

  @Override
  public HttpResponse<ErrorDescriptionPage> listErrors(
      @Nullable Integer limit,
      @Nullable String cursor,
      @Nullable String ifNoneMatch,
      @Nullable String testError) {
    Page<ErrorCode> page =
        Page.of(CATALOGUE, PageLink.limit(limit), Cursor.read(cursor), ErrorCode::name);
    link.announce(page);
    return tagged.of(view.of(page));
  }

  @Override
  public HttpResponse<ErrorDescription> getError(
      String code, @Nullable String ifNoneMatch, @Nullable String testError) {
    return tagged.of(view.of(ErrorCodes.named(code)));
  }
}
