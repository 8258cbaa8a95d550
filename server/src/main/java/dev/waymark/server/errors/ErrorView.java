package dev.waymark.server.errors;

import dev.waymark.errors.ErrorCode;
import dev.waymark.errors.Extra;
import dev.waymark.generated.server.model.ChargeState;
import dev.waymark.generated.server.model.ErrorDescription;
import dev.waymark.generated.server.model.ErrorDescriptionPage;
import dev.waymark.generated.server.model.ErrorExtra;
import dev.waymark.generated.server.model.ErrorExtraType;
import dev.waymark.generated.server.model.Retry;
import dev.waymark.generated.server.model.RetryStrategy;
import dev.waymark.server.contract.Cursor;
import dev.waymark.server.contract.DocsAddress;
import dev.waymark.server.contract.Page;
import jakarta.inject.Singleton;
import java.util.Locale;

/** Translates rows of the catalogue into what the wire says. */
@Singleton
final class ErrorView {
  private final DocsAddress docs;

  ErrorView(DocsAddress docs) {
    this.docs = docs;
  }

  ErrorDescriptionPage of(Page<ErrorCode> page) {
    ErrorDescriptionPage view =
        new ErrorDescriptionPage(page.entries().stream().map(this::of).toList());
    view.setNextCursor(page.next().map(Cursor::text).orElse(null));
    return view;
  }

  ErrorDescription of(ErrorCode code) {
    return new ErrorDescription(
        code.name(),
        code.status(),
        code.title(),
        code.messageTemplate(),
        code.nextTemplate(),
        docs.of(code.name()),
        code.extras().stream().map(ErrorView::of).toList(),
        retry(code),
        ChargeState.fromValue(code.charge().name().toLowerCase(Locale.ROOT)),
        code.counts(),
        code.since());
  }

  private static Retry retry(ErrorCode code) {
    Retry retry = new Retry(RetryStrategy.fromValue(code.strategy().wireName()));
    retry.setAfterMs(code.afterMillis());
    retry.setBaseMs(code.baseMillis());
    retry.setMaxMs(code.maxMillis());
    retry.setEvent(code.event());
    return retry;
  }

  private static ErrorExtra of(Extra extra) {
    return new ErrorExtra(
        extra.name(),
        ErrorExtraType.fromValue(extra.type().name().toLowerCase(Locale.ROOT)),
        extra.description(),
        extra.optional());
  }
}
