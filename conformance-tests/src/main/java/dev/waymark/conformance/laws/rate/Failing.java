package dev.waymark.conformance.laws.rate;

import dev.waymark.conformance.accounts.Account;
import dev.waymark.conformance.wire.Request;
import java.util.List;

/** Calls that are refused, on either side of the rate limit. */
final class Failing {
  private static final String GENERATE = "/api/v1/generate";

  private Failing() {}

  static List<Request> behindTheLimit(Account account) {
    return List.of(
        Request.post(GENERATE, "{"),
        Request.post(GENERATE, "{}"),
        Request.post(GENERATE, "{\"model\":\"no-such-model\",\"prompt\":\"x\"}"),
        account.start().with("X-Max-Credits", "0"),
        Request.get("/api/v1/generations/gen_none"),
        Request.get("/api/v1/models?limit=0"),
        Request.get("/api/v1/account").withMethod("HEAD"),
        account.start().withTarget("/api/v1/quotes"));
  }

  static List<Request> beforeTheLimit() {
    return List.of(
        Request.get("/api/v1/nowhere"),
        Request.of("DELETE", "/api/v1/account"),
        Request.get("/api/v1/account").with("Accept", "text/csv"),
        Request.of("POST", GENERATE).with("Content-Type", "text/plain").withBody("x"));
  }
}
