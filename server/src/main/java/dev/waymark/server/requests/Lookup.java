package dev.waymark.server.requests;

import dev.waymark.errors.Errors;
import dev.waymark.server.contract.Cursor;
import dev.waymark.server.contract.Page;
import dev.waymark.server.contract.Shortened;
import dev.waymark.server.ids.AccountId;
import dev.waymark.server.ids.RequestId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Finds calls for the account that made them, within the retention and not beyond. */
@Singleton
final class Lookup {
  private static final int MAX_SHOWN = 64;

  private final Jdbi jdbi;
  private final CallLog log;
  private final Clock clock;
  private final RequestLogSettings settings;

  Lookup(Jdbi jdbi, CallLog log, Clock clock, RequestLogSettings settings) {
    this.jdbi = jdbi;
    this.log = log;
    this.clock = clock;
    this.settings = settings;
  }

  /** The account's call, or {@code REQUEST_NOT_FOUND}. */
  LoggedCall get(AccountId account, String id) {
    return RequestId.read(id)
        .flatMap(known -> jdbi.withHandle(handle -> log.find(handle, account, known, oldest())))
        .orElseThrow(() ->
            Errors.requestNotFound(Shortened.of(id, MAX_SHOWN), settings.retention().toDays()));
  }

  /**
   * A page of what is wanted. One call looks at {@code waymark.requests.searched-per-page} calls at
   * most: a page can be short, or empty, and the search go on with the next one.
   */
  Page<LoggedCall> list(AccountId account, CallSearch search, Optional<Cursor> after, int limit) {
    Optional<RequestId> last =
        after.map(cursor -> RequestId.read(cursor.key()).orElseThrow(Cursor::unreadable));
    CallSearch kept = last.map(search::below).orElse(search).notBelow(oldest());
    return kept.isHopeless()
        ? new Page<>(List.of(), Optional.empty())
        : jdbi.withHandle(handle -> page(handle, account, kept, limit));
  }

  private Page<LoggedCall> page(Handle handle, AccountId account, CallSearch search, int limit) {
    int most = Math.max(settings.searchedPerPage(), limit + 1);
    List<LoggedCall> found = log.list(handle, account, search, limit + 1, most);
    Page<LoggedCall> page = Page.of(found, limit, call -> call.id().value());
    return page.next().isPresent()
        ? page
        : new Page<>(
            found,
            log.lastLookedAt(handle, account, search, most).map(id -> new Cursor(id.value())));
  }

  private RequestId oldest() {
    return RequestId.lowestFrom(clock.instant().minus(settings.retention()));
  }
}
