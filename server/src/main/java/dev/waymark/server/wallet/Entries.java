package dev.waymark.server.wallet;

import dev.waymark.server.commits.Rows;
import dev.waymark.server.commits.Table;
import dev.waymark.server.ids.GenerationId;
import dev.waymark.server.ids.KeyId;
import dev.waymark.server.ids.RequestId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The entries of a batch, in the order in which credits moved. */
final class Entries {
  private static final Table ADDED =
      new Table(
          "INSERT INTO ledger_entry (account_id, kind, credits, balance_after, purchased, purchased_after,"
              + " generation_id, request_id, key_id, note, created_at)"
              + " SELECT r.* FROM :rows",
          "account text",
          "kind text",
          "credits bigint",
          "balance_after bigint",
          "purchased bigint",
          "purchased_after bigint",
          "generation text",
          "request text",
          "key text",
          "note text",
          "at timestamptz");

  private final Rows rows = new Rows(ADDED);

  void add(
      String account,
      String kind,
      long credits,
      Credits after,
      long bought,
      Credits boughtAfter,
      @Nullable GenerationId generation,
      Cause cause,
      Instant at) {
    rows.add(
        account,
        kind,
        credits,
        after.value(),
        bought,
        boughtAfter.value(),
        generation == null ? null : generation.value(),
        cause.request().map(RequestId::value).orElse(null),
        cause.key().map(KeyId::value).orElse(null),
        cause.note().orElse(null),
        at);
  }

  Rows rows() {
    return rows;
  }
}
