package dev.waymark.conformance.mock;

import dev.waymark.client.AccountChange;
import dev.waymark.client.AccountRequest;
import dev.waymark.client.CreditChange;
import dev.waymark.client.Generation;
import dev.waymark.client.GenerationQuery;
import dev.waymark.client.GenerationRequest;
import dev.waymark.client.GenerationStatus;
import dev.waymark.client.KeyChange;
import dev.waymark.client.KeyRequest;
import dev.waymark.client.PageQuery;
import dev.waymark.client.RequestQuery;
import dev.waymark.client.TransactionQuery;
import dev.waymark.client.TransactionType;
import dev.waymark.client.WaymarkClient;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** How our client makes a call of an operation; the server's address is for downloads. */
record ClientCall(String operation, BiFunction<WaymarkClient, URI, Object> call) {
  private static final GenerationRequest LAKE =
      GenerationRequest.of("atlas-1", "a mountain lake at dusk").with("resolution", "2K");
  private static final String GENERATION = "gen_01KAM3Q9T5X8Y2ZB4C6D7E8F9G";
  private static final String KEY = "key_01KAM3Q9T5X8Y2ZB4C6D7E8F9H";
  private static final String ACCOUNT = "acc_01KAM3Q9T5X8Y2ZB4C6D7E8F9H";
  private static final String REQUEST = "req_01KAM3Q9T5X8Y2ZB4C6D7E8F9G";
  private static final PageQuery PAGE = PageQuery.all().withPageSize(5);

  Object make(WaymarkClient client, URI server) {
    return call.apply(client, server);
  }

  static Stream<ClientCall> all() {
    return Stream.of(
        of("startGeneration", client -> client.generations().start(LAKE)),
        of("quoteGeneration", client -> client.generations().quote(LAKE)),
        of("listGenerations", client -> client.generations().list(someGenerations())),
        of("getGeneration", client -> client.generations().get(GENERATION)),
        of("cancelGeneration", client -> client.generations().cancel(GENERATION)),
        new ClientCall("getOutput", (client, server) -> client.outputs().bytes(madeAt(server))),
        of("listModels", client -> client.models().list()),
        of("getModel", client -> client.models().get("atlas-1")),
        of("getAccount", client -> client.account().get()),
        of("listTransactions", client -> client.account().transactions(someTransactions())),
        of("listKeys", client -> client.keys().list(PAGE)),
        of("createKey", client -> client.keys().create(key())),
        of("getKey", client -> client.keys().get(KEY)),
        of("updateKey", client -> client.keys().update(KEY, keyChange())),
        of("revokeKey", client -> client.keys().revoke(KEY)),
        of("listAccounts", client -> client.admin().list(PAGE)),
        of("createAccount", client -> client.admin().create(account())),
        of("readAccount", client -> client.admin().get(ACCOUNT)),
        of("updateAccount", client -> client.admin().update(ACCOUNT, accountChange())),
        of("changeCredits", client -> client.admin().changeCredits(ACCOUNT, credits())),
        of("listRequests", client -> client.requests().list(someRequests())),
        of("getRequest", client -> client.requests().get(REQUEST)),
        of("listErrors", client -> client.errors().list(PAGE)),
        of("getError", client -> client.errors().get("RATE_LIMIT")),
        of("listErrorPages", client -> client.docs().errors()),
        of("getErrorPage", client -> client.docs().error("RATE_LIMIT")),
        of("getMetrics", client -> client.metrics().text()));
  }

  @Override
  public String toString() {
    return operation;
  }

  private static ClientCall of(String operation, Function<WaymarkClient, Object> call) {
    return new ClientCall(operation, (client, _) -> call.apply(client));
  }

  private static GenerationQuery someGenerations() {
    return GenerationQuery.all().withStatus(GenerationStatus.COMPLETED).withPageSize(5);
  }

  private static TransactionQuery someTransactions() {
    return TransactionQuery.all().withType(TransactionType.SETTLE).withGeneration(GENERATION);
  }

  private static RequestQuery someRequests() {
    return RequestQuery.all()
        .withFrom(Instant.parse("2026-11-21T00:00:00Z"))
        .withCode("RATE_LIMIT")
        .withStatus(429);
  }

  private static KeyRequest key() {
    return KeyRequest.named("render farm").withModels("atlas-1").withCreditsPerMonth(500);
  }

  private static KeyChange keyChange() {
    return KeyChange.nothing().withCreditsPerMonth(500).withoutAllowedIps();
  }

  private static AccountRequest account() {
    return AccountRequest.of("Studio Nord", "pro");
  }

  private static AccountChange accountChange() {
    return AccountChange.nothing().withPlan("ultimate");
  }

  private static CreditChange credits() {
    return CreditChange.topup(5000).withNote("invoice 2026-118");
  }

  private static Generation madeAt(URI server) {
    return new Generation(
        GENERATION,
        GenerationStatus.COMPLETED,
        "atlas-1",
        "a mountain lake at dusk",
        Map.of(),
        40,
        Optional.of(40L),
        Optional.of(server.resolve("/api/v1/outputs/out_01KAM3Q9T5X8Y2ZB4C6D7E8F9G.png")),
        Optional.empty(),
        Optional.empty(),
        Instant.EPOCH,
        Optional.empty(),
        Optional.empty());
  }
}
