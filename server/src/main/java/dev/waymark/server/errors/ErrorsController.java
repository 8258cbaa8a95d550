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

  private final PageLink link;

  ErrorsController(PageLink link) {
    this.link = link;
  }

  @Override
  public HttpResponse<ErrorDescriptionPage> listErrors(
      @Nullable Integer limit, @Nullable String cursor) {
    Page<ErrorCode> page =
        Page.of(CATALOGUE, PageLink.limit(limit), Cursor.read(cursor), ErrorCode::name);
    link.announce(page);
    return HttpResponse.ok(ErrorView.of(page));
  }

  @Override
  public HttpResponse<ErrorDescription> getError(String code) {
    return HttpResponse.ok(
        ErrorCode.byName(code)
            .map(ErrorView::of)
            .orElseThrow(() -> Errors.errorNotFound(Shortened.of(code, MAX_SHOWN))));
  }
}
