package dev.waymark.client;

import dev.waymark.generated.client.api.ErrorsApi;
import java.util.stream.Stream;

/** Over HTTP, as the contract has it. */
final class HttpErrorCatalogue implements ErrorCatalogue {

  private final Calls calls;
  private final Listing<ErrorDescription> pages;

  HttpErrorCatalogue(Calls calls) {
    this.calls = calls;
    this.pages =
        new Listing<>((size, cursor) ->
            calls.run(
                ErrorsApi.listErrors(size, cursor, null, null),
                page -> Page.of(page.getData(), page.getNextCursor(), ErrorDescription::from)));
  }

  @Override
  public Page<ErrorDescription> list(PageQuery query) {
    return pages.page(query);
  }

  @Override
  public Stream<ErrorDescription> stream(PageQuery query) {
    return pages.stream(query);
  }

  @Override
  public ErrorDescription get(String code) {
    return calls.run(
        ErrorsApi.getError(Required.word(code, "error code"), null, null), ErrorDescription::from);
  }
}
