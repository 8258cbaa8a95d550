package dev.waymark.server.requests;

import dev.waymark.generated.server.api.RequestsApi;
import dev.waymark.generated.server.model.RequestPage;
import dev.waymark.generated.server.model.RequestRecord;
import dev.waymark.server.access.Caller;
import dev.waymark.server.contract.Cursor;
import dev.waymark.server.contract.Page;
import dev.waymark.server.contract.PageLink;
import dev.waymark.server.ids.AccountId;
import dev.waymark.server.ids.RequestId;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Translates the operations on the account's own calls. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class RequestsController implements RequestsApi {
  private final Lookup lookup;
  private final RequestView view;
  private final PageLink link;

  RequestsController(Lookup lookup, RequestView view, PageLink link) {
    this.lookup = lookup;
    this.view = view;
    this.link = link;
  }

  @Override
  public HttpResponse<RequestRecord> getRequest(String requestId, @Nullable String testError) {
    return HttpResponse.ok(view.of(lookup.get(account(), requestId)));
  }

  @Override
  public HttpResponse<RequestPage> listRequests(
      @Nullable Instant from,
      @Nullable Instant until,
      @Nullable String code,
      @Nullable Integer status,
      @Nullable String keyId,
      @Nullable String route,
      @Nullable Integer limit,
      @Nullable String cursor,
      @Nullable String testError) {
    CallSearch search =
        new CallSearch(
            RequestId.lowestFrom(Optional.ofNullable(from).orElse(Instant.EPOCH)),
            Optional.ofNullable(until).map(RequestId::lowestFrom),
            Optional.ofNullable(code),
            Optional.ofNullable(status),
            Optional.ofNullable(keyId),
            Optional.ofNullable(route));
    Page<LoggedCall> page =
        lookup.list(account(), search, Cursor.read(cursor), PageLink.limit(limit));
    link.announce(page);
    return HttpResponse.ok(view.of(page));
  }

  private static AccountId account() {
    return Caller.current().account();
  }
}
