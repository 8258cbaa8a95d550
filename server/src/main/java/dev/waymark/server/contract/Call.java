package dev.waymark.server.contract;

import dev.waymark.server.ids.GenerationId;
import dev.waymark.server.ids.RequestId;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
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
  private final Preference preference;
  private Rendering pinned = Rendering.NATIVE;
  private Charge charge = Charge.NONE;
  private @Nullable String generation;
  private @Nullable RequestId original;
  private final Map<String, String> headers = noHeaders();
  private Consumer<BiConsumer<String, Object>> errorHeaders = _ -> {};

  Call(RequestId id, Instant startedAt, Optional<Operation> operation, Preference preference) {
    this.id = id;
    this.startedAt = startedAt;
    this.operation = operation;
    this.preference = preference;
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

  /**
   * Puts these headers on the answer if that is an error; they are made only then. Whoever says
   * more with {@link #answerWith} is heard instead.
   */
  public void answerErrorWith(Consumer<BiConsumer<String, Object>> headersOfErrors) {
    errorHeaders = headersOfErrors;
  }

  /** Says to which rendering of errors the caller's key is pinned; none until then. */
  public void pinnedTo(Rendering rendering) {
    pinned = rendering;
  }

  /** How an error of this call is rendered, as far as is known by now who calls. */
  public Rendering rendering() {
    return preference.rendering(pinned);
  }

  /** Says which generation this call is about. */
  public void concerns(GenerationId id) {
    generation = id.value();
  }

  public Optional<String> generation() {
    return Optional.ofNullable(generation);
  }

  /** Says that this call gets the answer of an earlier one again. */
  public void replays(RequestId earlier) {
    original = earlier;
  }

  /** The call whose answer is given again; nothing unless this is a replay. */
  public Optional<RequestId> original() {
    return Optional.ofNullable(original);
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

  Preference preference() {
    return preference;
  }

  Map<String, String> headers() {
    return Collections.unmodifiableMap(headers);
  }

  /** What an error carries: all headers, and those that only errors have. */
  Map<String, String> errorHeaders() {
    Map<String, String> all = noHeaders();
    errorHeaders.accept((name, value) -> all.put(name, value.toString()));
    all.putAll(headers);
    return all;
  }

  private static Map<String, String> noHeaders() {
    return new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  }
}
