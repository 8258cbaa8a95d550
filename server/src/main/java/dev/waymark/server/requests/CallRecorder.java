package dev.waymark.server.requests;

import dev.waymark.server.access.Caller;
import dev.waymark.server.access.KnownKey;
import dev.waymark.server.contract.AnsweredCall;
import dev.waymark.server.contract.AnsweredCalls;
import dev.waymark.server.contract.Call;
import dev.waymark.server.contract.Operation;
import dev.waymark.server.contract.Shortened;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.regex.Pattern;

/** Takes down how calls end; those of nobody are not kept, for nobody could look them up. */
@Singleton
final class CallRecorder implements AnsweredCalls {
  private static final int MAX_METHOD_LENGTH = 64;
  private static final Pattern UNPRINTABLE = Pattern.compile("[^!-~]");

  private final CallQueue queue;

  CallRecorder(CallQueue queue) {
    this.queue = queue;
  }

  @Override
  public void answered(AnsweredCall answered) {
    caller(answered.request()).ifPresent(caller -> queue.add(logged(answered, caller)));
  }

  /** Whose call it was; also of a key that no longer holds. */
  private static Optional<Caller> caller(HttpRequest<?> request) {
    return KnownKey.of(request).map(KnownKey::caller);
  }

  private static LoggedCall logged(AnsweredCall answered, Caller caller) {
    Call call = answered.call();
    return new LoggedCall(
        call.id(),
        caller.account(),
        caller.key().id(),
        caller.key().mode(),
        answered.took().toMillis(),
        method(answered.request()),
        answered.route(),
        call.operation().map(Operation::id),
        answered.status(),
        answered.code(),
        call.generation(),
        call.charge(),
        call.original());
  }

  /** HTTP lets callers make methods up. */
  private static String method(HttpRequest<?> request) {
    String method = Shortened.of(request.getMethodName(), MAX_METHOD_LENGTH);
    return UNPRINTABLE.matcher(method).replaceAll("?");
  }
}
