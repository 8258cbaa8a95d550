package dev.waymark.server.idempotency;

import dev.waymark.errors.Errors;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * Keeps whole answers, for operations that cannot make theirs anew from what they have made: the
 * text of a new key is in no other place.
 *
 * <p>The answer is committed together with the effect, so a key is taken if and only if there is
 * one: a refusal, a failure or a crash leaves it free. While that transaction runs, an advisory
 * lock of PostgreSQL marks the key as in use on every node; it ends with the transaction, however
 * that ends. No account is locked for it: the effect may have to lock others first. Answers are
 * kept for {@code waymark.idempotency.retention}.
 */
@Singleton
public final class StoredAnswers {
  private static final Duration IN_PROGRESS_PAUSE = Duration.ofSeconds(1);

  private final IdempotencyRecords records;

  StoredAnswers(IdempotencyRecords records) {
    this.records = records;
  }

  /**
   * Has the effect and stores its answer, or finds the answer of the call that used the key first.
   *
   * @param call nothing where the caller does not mind a second effect
   * @param effect works in {@code tx}, which is to be rolled back if this throws: whatever the
   *     effect does, {@code IDEMPOTENCY_IN_PROGRESS}, or {@code IDEMPOTENCY_KEY_REUSED} for another
   *     body and for whoever may not read the answer
   */
  public StoredAnswer once(
      Handle tx, Optional<IdempotentCall> call, Sealing sealing, Supplier<Answer> effect) {
    return call.map(known -> once(tx, known, sealing, effect))
        .orElseGet(() -> new StoredAnswer(effect.get(), Optional.empty()));
  }

  private StoredAnswer once(
      Handle tx, IdempotentCall call, Sealing sealing, Supplier<Answer> effect) {
    if (!lock(tx, call)) {
      throw Errors.idempotencyInProgress(IN_PROGRESS_PAUSE);
    }
    Optional<Original> first = records.find(tx, call);
    if (first.isPresent()) {
      return replay(call, sealing, first.get());
    }
    Answer answer = effect.get();
    byte[] stored = sealing.seal().apply(bytes(answer.body()), context(call));
    records.record(tx, call, answer.made(), Optional.of(stored));
    return new StoredAnswer(answer, Optional.empty());
  }

  private static StoredAnswer replay(IdempotentCall call, Sealing sealing, Original first) {
    byte[] body =
        sealing
            .open()
            .apply(first.answer(), context(call))
            .orElseThrow(() -> Errors.idempotencyKeyReused(first.requestId().value()));
    return new StoredAnswer(
        new Answer(first.made(), new String(body, StandardCharsets.UTF_8)),
        Optional.of(first.requestId()));
  }

  private static boolean lock(Handle tx, IdempotentCall call) {
    return tx.createQuery("SELECT pg_try_advisory_xact_lock(hashtextextended(:scope, 0))")
        .bind("scope", call.scope())
        .mapTo(Boolean.class)
        .one();
  }

  // So that no stored answer can take the place of another.
  private static byte[] context(IdempotentCall call) {
    return bytes(call.scope());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
