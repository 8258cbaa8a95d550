package dev.waymark.server.accounts;

import dev.waymark.server.contract.Cursor;
import dev.waymark.server.contract.Page;
import dev.waymark.server.ids.AccountId;
import dev.waymark.server.ids.GenerationId;
import dev.waymark.server.wallet.Transaction;
import dev.waymark.server.wallet.TransactionKind;
import dev.waymark.server.wallet.Transactions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;

/** An account's ledger, one page at a time. */
@Singleton
final class Entries {
  private static final Pattern ENTRY = Pattern.compile("[1-9][0-9]{0,17}");
  private static final Pattern GENERATION = Pattern.compile("gen_[0-9A-HJKMNP-TV-Z]{26}");

  private final Jdbi jdbi;
  private final Transactions transactions;

  Entries(Jdbi jdbi, Transactions transactions) {
    this.jdbi = jdbi;
    this.transactions = transactions;
  }

  /** Nothing where the generation is none, or not the account's. */
  Page<Transaction> list(
      AccountId account,
      Optional<TransactionKind> kind,
      Optional<String> generation,
      Optional<Cursor> after,
      int limit) {
    OptionalLong before = before(after);
    if (generation.filter(id -> !GENERATION.matcher(id).matches()).isPresent()) {
      return new Page<>(List.of(), Optional.empty());
    }
    Transactions.Search search =
        new Transactions.Search(kind, generation.map(GenerationId::new), before);
    return Page.of(
        jdbi.withHandle(handle -> transactions.list(handle, account, search, limit + 1)),
        limit,
        entry -> Long.toString(entry.id()));
  }

  private static OptionalLong before(Optional<Cursor> after) {
    if (after.isEmpty()) {
      return OptionalLong.empty();
    }
    String id = after.get().key();
    if (!ENTRY.matcher(id).matches()) {
      throw Cursor.unreadable();
    }
    return OptionalLong.of(Long.parseLong(id));
  }
}
