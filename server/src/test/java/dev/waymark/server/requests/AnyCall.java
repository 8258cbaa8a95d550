package dev.waymark.server.requests;

import dev.waymark.server.access.Mode;
import dev.waymark.server.contract.Charge;
import dev.waymark.server.ids.AccountId;
import dev.waymark.server.ids.KeyId;
import dev.waymark.server.ids.RequestId;
import dev.waymark.server.wallet.Credits;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Answered calls for tests. */
final class AnyCall {
  private static final AccountId NOBODY = new AccountId("acc_nobody");

  private AnyCall() {}

  static LoggedCall at(Instant time) {
    return of(NOBODY, time, "key_1", "/api/v1/generate", 202, Optional.empty());
  }

  static LoggedCall of(
      AccountId account,
      Instant time,
      String key,
      String route,
      int status,
      Optional<String> code) {
    return new LoggedCall(
        id(time),
        account,
        new KeyId(key),
        Mode.LIVE,
        7,
        "POST",
        Optional.of(route),
        Optional.of("startGeneration"),
        status,
        code,
        Optional.of("gen_1"),
        Charge.held(new Credits(40)),
        Optional.of(id(time)));
  }

  private static RequestId id(Instant time) {
    String lowest = RequestId.lowestFrom(time).value();
    String random =
        RandomGenerator.getDefault()
            .ints(16, 0, 10)
            .mapToObj(Integer::toString)
            .reduce("", String::concat);
    return new RequestId(lowest.substring(0, lowest.length() - 16) + random);
  }
}
