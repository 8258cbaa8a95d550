package dev.waymark.server.generations;

import dev.waymark.server.commits.Batch;
import dev.waymark.server.commits.Member;
import dev.waymark.server.ids.AccountId;
import dev.waymark.server.ids.GenerationId;
import dev.waymark.server.ids.RequestId;
import dev.waymark.server.outputs.NewOutput;
import dev.waymark.server.outputs.NewOutputs;
import dev.waymark.server.wallet.Books;
import dev.waymark.server.wallet.Cause;
import dev.waymark.server.wallet.Credits;
import dev.waymark.server.wallet.Purse;
import dev.waymark.server.wallet.Spending;
import java.util.Optional;

/**
 * One end of a generation in a batch: its final status, the end of its hold, and its output if it
 * has one. The first end wins; later ones, and those of an attempt that has lost its lease, find
 * nothing to end.
 *
 * @param lease of the attempt that ends it; nothing if whoever has it is to lose it
 * @param error the error that it ends with, as it is stored
 * @param output what was made; with it the hold is settled, and without it released
 * @param request the call that ended it, if that was not the call that started it
 */
record End(
    AccountId account,
    GenerationId id,
    Optional<String> lease,
    Status status,
    Optional<String> error,
    Optional<NewOutput> output,
    Optional<RequestId> request)
    implements Member<Optional<Credits>> {

  @Override
  public void prepare(Batch batch) {
    batch.part(Books.KIND).need(account);
    batch.part(Unfinished.KIND).need(id, account);
  }

  /** The balance after, if this was the end. */
  @Override
  public Optional<Credits> decide(Batch batch) {
    Purse purse = batch.part(Books.KIND).of(account);
    return batch
        .part(Unfinished.KIND)
        .of(id)
        .filter(open -> open.account().equals(account))
        .filter(open -> lease.isEmpty() || lease.equals(open.lease()))
        .map(open -> {
          end(batch, purse, open);
          return purse.balance();
        });
  }

  private void end(Batch batch, Purse purse, Unfinished.Open open) {
    Cause cause = Cause.of(request.orElse(open.request()), open.key());
    Credits used = output.isPresent() ? open.hold().credits() : Credits.ZERO;
    if (output.isPresent()) {
      purse.settle(open.hold(), used, cause);
      batch.part(NewOutputs.KIND).add(output.get(), batch.now());
    } else {
      purse.release(open.hold(), cause);
    }
    Credits back = open.hold().credits().minus(used);
    open.key().ifPresent(key -> batch.part(Spending.KIND).giveBack(key, open.createdAt(), back));
    batch.part(Unfinished.KIND).end(id, status, used, error.orElse(null));
  }

  @Override
  public long bytes() {
    return output.map(made -> (long) made.media().content().length).orElse(0L);
  }
}
