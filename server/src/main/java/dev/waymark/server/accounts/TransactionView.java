package dev.waymark.server.accounts;

import dev.waymark.generated.server.model.Transaction;
import dev.waymark.generated.server.model.TransactionPage;
import dev.waymark.generated.server.model.TransactionType;
import dev.waymark.server.contract.Cursor;
import dev.waymark.server.contract.Page;
import dev.waymark.server.ids.GenerationId;
import dev.waymark.server.ids.KeyId;
import dev.waymark.server.ids.RequestId;
import dev.waymark.server.wallet.Credits;

/** Translates entries of a ledger into what the wire says of them. */
public final class TransactionView {
  private TransactionView() {}

  public static Transaction of(dev.waymark.server.wallet.Transaction entry) {
    Transaction view =
        new Transaction(
            "txn_" + entry.id(),
            TransactionType.fromValue(entry.kind().wireName()),
            entry.credits(),
            entry.balanceAfter().value(),
            entry.createdAt());
    view.setCharged(entry.charged().map(Credits::value).orElse(null));
    view.setGenerationId(entry.generation().map(GenerationId::value).orElse(null));
    view.setRequestId(entry.request().map(RequestId::value).orElse(null));
    view.setKeyId(entry.key().map(KeyId::value).orElse(null));
    view.setNote(entry.note().orElse(null));
    return view;
  }

  static TransactionPage of(Page<dev.waymark.server.wallet.Transaction> page) {
    TransactionPage view =
        new TransactionPage(page.entries().stream().map(TransactionView::of).toList());
    view.setNextCursor(page.next().map(Cursor::text).orElse(null));
    return view;
  }
}
