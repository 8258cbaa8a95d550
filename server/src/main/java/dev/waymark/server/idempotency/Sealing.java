package dev.waymark.server.idempotency;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;

/**
 * How an answer is kept from others while it is stored. Both take the bytes and a context that must
 * be the same when they are opened.
 *
 * @param open nothing where the bytes were not sealed by the same caller
 */
public record Sealing(
    BinaryOperator<byte[]> seal, BiFunction<byte[], byte[], Optional<byte[]>> open) {

  /** For answers that hold nothing secret: stored as they are. */
  public static final Sealing NONE =
      new Sealing((plain, _) -> plain, (stored, _) -> Optional.of(stored));
}
