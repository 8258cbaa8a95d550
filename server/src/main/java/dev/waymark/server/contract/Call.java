package dev.waymark.server.contract;

import dev.waymark.server.ids.GenerationId;
import dev.waymark.server.ids.RequestId;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One call on its way through the filters: its id, what it asks for, and the headers that its
 * answer will carry whatever becomes of it.
 *
 * <p>Headers are set by the filters that know them (limits, for one) and written once, on success
 * and on failure alike. Setting a header again replaces it. A call is handled by one thread at a
 * time.
 */
public final class Call {
  private final RequestId id;
  private final Instant startedAt;
  private final Optional<Operation> operation;
  private Charge charge = Charge.NONE;
  private @Nullable String generation;
  private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  Call(RequestId id, Instant startedAt, Optional<Operation> operation) {
    this.id = id;
    this.startedAt = startedAt;
    this.operation = operation;
    headers.put("X-Request-Id", id.value());
  }

  public RequestId id() {
    return id;
  }

  /** The operation of the contract, or nothing where no operation has this method and path. */
  public Optional<Operation> operation() {
    return operation;
  }

  /** Puts a header on the answer, whatever the answer will be. */
  public void answerWith(String header, Object value) {
    headers.put(header, value.toString());
  }

  /** Says which generation this call is about. */
  public void concerns(GenerationId id) {
    generation = id.value();
  }

  public Optional<String> generation() {
    return Optional.ofNullable(generation);
  }

  /** Says what this call did to the wallet; nothing until then. */
  public void charged(Charge charged) {
    charge = charged;
  }

  public Charge charge() {
    return charge;
  }

  public Instant startedAt() {
    return startedAt;
  }

  Map<String, String> headers() {
    return Collections.unmodifiableMap(headers);
  }
}
