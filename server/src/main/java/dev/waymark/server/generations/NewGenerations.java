package dev.waymark.server.generations;

import dev.waymark.server.commits.BatchStatement;
import dev.waymark.server.commits.Part;
import dev.waymark.server.commits.PartKind;
import dev.waymark.server.commits.Rows;
import dev.waymark.server.commits.Table;
import dev.waymark.server.ids.KeyId;
import dev.waymark.server.wallet.Hold;
import org.jspecify.annotations.Nullable;

/** The generations that a batch starts. */
final class NewGenerations implements Part {
  private static final Table STARTED =
      new Table(
          "INSERT INTO generation (id, account_id, key_id, request_id, status, model, prompt, parameters,"
              + " credits_estimate, held_purchased, forced_error, created_at, available_at)"
              + " SELECT r.id, r.account, r.key, r.request, 'pending', r.model, r.prompt, CAST(r.parameters AS json),"
              + " r.estimate, r.purchased, r.forced, r.at, r.at FROM :rows",
          "id text",
          "account text",
          "key text",
          "request text",
          "model text",
          "prompt text",
          "parameters text",
          "estimate bigint",
          "purchased bigint",
          "forced text",
          "at timestamptz");

  static final PartKind<NewGenerations> KIND =
      new PartKind<>(40, NewGenerations.class, _ -> new NewGenerations());

  private final Rows rows = new Rows(STARTED);

  private NewGenerations() {}

  /**
   * Adds one.
   *
   * @param parameters of the generation, as the text that is stored
   * @param forced the error that it is to end with, instead of being made
   */
  void add(
      Generation generation, KeyId key, String parameters, Hold hold, @Nullable String forced) {
    rows.add(
        generation.id().value(),
        generation.account().value(),
        key.value(),
        generation.request().value(),
        generation.model(),
        generation.prompt(),
        parameters,
        hold.credits().value(),
        hold.purchased().value(),
        forced,
        generation.createdAt());
  }

  @Override
  public void write(BatchStatement statement) {
    statement.add(rows);
  }
}
