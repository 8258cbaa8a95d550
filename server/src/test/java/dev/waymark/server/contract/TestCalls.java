package dev.waymark.server.contract;

import dev.waymark.server.ids.RequestId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Calls outside of any request, for tests in other packages, and a look at the headers that they
 * collect.
 */
public final class TestCalls {
  private TestCalls() {}

  public static Call call() {
    return new Call(
        new RequestId("req_0"),
        Instant.EPOCH,
        Optional.empty(),
        new Preference(Accept.of(List.of())));
  }

  public static Map<String, String> headers(Call call) {
    return call.headers();
  }
}
