package dev.waymark.client;

import dev.waymark.generated.client.api.ErrorsApi;
import java.util.Optional;
import java.util.stream.Stream;

/** Over HTTP, as the contract has it. */
final class HttpErrorCatalogue implements ErrorCatalogue {

  private final Calls calls;

  HttpErrorCatalogue(Calls calls) {
    this.calls = calls;
  }

  @Override
  public Page<ErrorDescription> list(PageQuery query) {
    return page(query, query.cursor());
  }

  @Override
  public Stream<ErrorDescription> stream(PageQuery query) {
    return Pages.from(query.cursor(), cursor -> page(query, cursor));
  }

  @Override
  public ErrorDescription get(String code) {
    return calls.run(
        ErrorsApi.getError(Required.word(code, "error code"), null, null), ErrorDescription::from);
  }

  private Page<ErrorDescription> page(PageQuery query, Optional<String> cursor) {
    return calls.run(
        ErrorsApi.listErrors(query.pageSize().orElse(null), cursor.orElse(null), null, null),
        page -> Page.of(page.getData(), page.getNextCursor(), ErrorDescription::from));
  }
}
