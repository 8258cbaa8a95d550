package dev.waymark.client;

import dev.waymark.generated.client.api.RequestsApi;
import java.util.Optional;
import java.util.stream.Stream;

/** Over HTTP, as the contract has it. */
final class HttpRequests implements Requests {

  private final Calls calls;

  HttpRequests(Calls calls) {
    this.calls = calls;
  }

  @Override
  public RequestRecord get(String id) {
    return calls.run(RequestsApi.getRequest(Required.id(id, "request"), null), RequestRecord::from);
  }

  @Override
  public Page<RequestRecord> list(RequestQuery query) {
    return page(query, query.cursor());
  }

  @Override
  public Stream<RequestRecord> stream(RequestQuery query) {
    return Pages.from(query.cursor(), cursor -> page(query, cursor));
  }

  private Page<RequestRecord> page(RequestQuery query, Optional<String> cursor) {
    return calls.run(
        RequestsApi.listRequests(
            query.from().orElse(null),
            query.until().orElse(null),
            query.code().orElse(null),
            query.status().orElse(null),
            query.keyId().orElse(null),
            query.route().orElse(null),
            query.pageSize().orElse(null),
            cursor.orElse(null),
            null),
        page -> Page.of(page.getData(), page.getNextCursor(), RequestRecord::from));
  }
}
