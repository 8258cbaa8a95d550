package dev.waymark.server.errors;

import dev.waymark.errors.ErrorCode;
import dev.waymark.errors.Errors;
import dev.waymark.generated.server.api.ErrorsApi;
import dev.waymark.generated.server.model.ErrorDescription;
import dev.waymark.generated.server.model.ErrorDescriptionPage;
import dev.waymark.server.contract.Cursor;
import dev.waymark.server.contract.Page;
import dev.waymark.server.contract.PageLink;
import dev.waymark.server.contract.Shortened;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Translates the operations on the error catalogue. */
@Controller
final class ErrorsController implements ErrorsApi {
  private static final List<ErrorCode> CATALOGUE = List.of(ErrorCode.values());
  private static final int MAX_SHOWN = 64;

  private final ErrorView view;
  private final PageLink link;

  ErrorsController(ErrorView view, PageLink link) {
    this.view = view;
    this.link = link;
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
    return HttpResponse.ok(view.of(page));
  }

  @Override
  public HttpResponse<ErrorDescription> getError(
      String code, @Nullable String ifNoneMatch, @Nullable String testError) {
    return HttpResponse.ok(
        ErrorCode.byName(code)
            .map(view::of)
            .orElseThrow(() -> Errors.errorNotFound(Shortened.of(code, MAX_SHOWN), null)));
  }
}
