package dev.waymark.server.requests;

import dev.waymark.generated.server.model.Charge;
import dev.waymark.generated.server.model.ChargeState;
import dev.waymark.generated.server.model.Mode;
import dev.waymark.generated.server.model.RequestPage;
import dev.waymark.generated.server.model.RequestRecord;
import dev.waymark.server.contract.Cursor;
import dev.waymark.server.contract.DocsAddress;
import dev.waymark.server.contract.Page;
import dev.waymark.server.ids.RequestId;
import jakarta.inject.Singleton;

/** Translates answered calls into what the wire says. */
@Singleton
final class RequestView {
  private final DocsAddress docs;

  RequestView(DocsAddress docs) {
    this.docs = docs;
  }

  RequestRecord of(LoggedCall call) {
    RequestRecord view =
        new RequestRecord(
            call.id().value(),
            call.receivedAt(),
            call.durationMillis(),
            call.method(),
            call.status(),
            Mode.fromValue(call.mode().wireName()),
            call.key().value(),
            new Charge(
                ChargeState.fromValue(call.charge().state().wireName()),
                call.charge().credits().value()));
    view.setRoute(call.route().orElse(null));
    view.setOperation(call.operation().orElse(null));
    view.setCode(call.code().orElse(null));
    view.setDocsUrl(call.code().map(docs::of).orElse(null));
    view.setGenerationId(call.generation().orElse(null));
    view.setReplayOf(call.original().map(RequestId::value).orElse(null));
    return view;
  }

  RequestPage of(Page<LoggedCall> page) {
    RequestPage view = new RequestPage(page.entries().stream().map(this::of).toList());
    view.setNextCursor(page.next().map(Cursor::text).orElse(null));
    return view;
  }
}
