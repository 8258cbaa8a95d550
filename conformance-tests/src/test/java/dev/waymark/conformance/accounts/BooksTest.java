package dev.waymark.conformance.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.conformance.rules.Rule;
import dev.waymark.conformance.subject.Generate;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.wire.Exchange;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.Store;

/** Whatever is done to an account, its transactions explain its balance at every step. */
final class BooksTest {
  private static final int GRANT = 100;

  /** One for all tries, closed after the last. */
  private record Server(Subject subject, Tenant operator) implements Store.CloseOnReset {
    static Server start() {
      Subject subject = Subject.start();
      return new Server(subject, subject.tenant("wide").withOperatorKey());
    }

    @Override
    public void close() {
      subject.close();
    }
  }

  private final Server server =
      Store.getOrCreate(BooksTest.class, Lifespan.RUN, Server::start).get();
  private final Subject subject = server.subject();

  /** What is done, and with how many credits where it is about some. */
  record Step(What what, int credits) {
    enum What {
      START,
      FINISH,
      FAIL,
      CANCEL,
      TOPUP,
      ADJUST,
      CYCLE
    }
  }

  @Property(tries = 60)
  @Rule({"TXN-01", "TXN-02", "TXN-03", "MONEY-08", "CRED-01", "CRED-02", "CRED-03"})
  void the_transactions_add_up_to_the_balance_and_no_added_credit_is_lost(
      @ForAll("histories") List<Step> steps) {
    History history =
        new History(
            subject.tenant("few"), new CreditModel(GRANT), new ArrayDeque<>(), new HashMap<>());
    for (Step step : steps) {
      subject.emptyWindows();
      take(step, history);
      explains(history);
    }
    subject.studio().releaseAll();
  }

  /** What was done: generations in flight, and of each entry the call that caused it. */
  private record History(
      Tenant tenant, CreditModel model, Deque<String> held, Map<String, String> causes) {

    /** The id of the generation; nothing where there is no credit or slot for it. */
    Optional<String> start(String prompt) {
      Exchange started = tenant.send(Generate.studio(prompt));
      boolean possible = held.isEmpty() && model.balance() >= Generate.PRICE;
      assertThat(started.status() == 202).as("%s", started).isEqualTo(possible);
      if (!possible) {
        return Optional.empty();
      }
      model.hold(Generate.PRICE);
      String id = started.json().path("generation_id").asText();
      for (String kind : List.of(" hold", " settle", " release")) {
        causes.put(id + kind, started.require("X-Request-Id"));
      }
      return Optional.of(id);
    }

    void cancel() {
      if (!held.isEmpty()) {
        String id = held.pop();
        causes.put(id + " release", tenant.cancel(id).require("X-Request-Id"));
        model.release();
      }
    }
  }

  private void take(Step step, History history) {
    Tenant tenant = history.tenant();
    switch (step.what()) {
      case START -> history.start(tenant.hold()).ifPresent(history.held()::push);
      case FINISH ->
          history
              .start("a picture")
              .ifPresent(id -> {
                tenant.await(id);
                history.model().settle();
              });
      case FAIL ->
          history
              .start("break it")
              .ifPresent(id -> {
                tenant.await(id);
                history.model().release();
              });
      case CANCEL -> history.cancel();
      case TOPUP -> change(history, "topup", Math.abs(step.credits()));
      case ADJUST -> change(history, "adjust", step.credits());
      case CYCLE -> {
        // What is in flight would expire in so long a time.
        history.cancel();
        subject.time().pass(Duration.ofDays(30));
        history.model().cycle();
      }
    }
  }

  private void change(History history, String type, long credits) {
    Exchange changed =
        server
            .operator()
            .post(
                "/api/v1/admin/accounts/" + history.tenant().account() + "/credits",
                "{\"type\":\"%s\",\"credits\":%d}".formatted(type, credits));
    boolean possible = history.model().balance() + credits >= 0;
    assertThat(changed.status()).as("%s", changed).isEqualTo(possible ? 201 : 422);
    if (possible) {
      history.model().change(credits);
      history
          .causes()
          .put(changed.json().path("transaction_id").asText(), changed.require("X-Request-Id"));
    }
  }

  /** The account first, since looking at it ends a cycle that is over. */
  private static void explains(History history) {
    Tenant tenant = history.tenant();
    JsonNode account = tenant.get("/api/v1/account").json();
    List<JsonNode> entries =
        tenant
            .get("/api/v1/account/transactions?limit=100")
            .json()
            .path("data")
            .valueStream()
            .toList();
    long balance = account.at("/credits/balance").asLong();
    assertThat(balance).isEqualTo(history.model().balance());
    assertThat(account.at("/credits/purchased").asLong()).isEqualTo(history.model().added());
    assertThat(entries.stream().mapToLong(entry -> entry.path("credits").asLong()).sum())
        .isEqualTo(balance);
    long after = balance;
    for (JsonNode entry : entries) {
      assertThat(entry.path("balance_after").asLong()).as("%s", entries).isEqualTo(after);
      after -= entry.path("credits").asLong();
      assertThat(entry.path("request_id").asText(""))
          .as("%s", entry)
          .isEqualTo(cause(entry, history.causes()));
    }
    assertThat(after).isZero();
    assertThat(account.at("/credits/held").asLong())
        .isEqualTo(Generate.PRICE * account.path("generations_running").asLong());
  }

  private static String cause(JsonNode entry, Map<String, String> causes) {
    return switch (entry.path("type").asText()) {
      case "grant", "expire" -> "";
      case "topup", "adjust" -> causes.getOrDefault(entry.path("transaction_id").asText(), "?");
      default ->
          causes.getOrDefault(
              entry.path("generation_id").asText() + " " + entry.path("type").asText(), "?");
    };
  }

  @Provide
  Arbitrary<List<Step>> histories() {
    Arbitrary<Step.What> what =
        Arbitraries.frequency(
            Tuple.of(3, Step.What.START),
            Tuple.of(3, Step.What.FINISH),
            Tuple.of(2, Step.What.FAIL),
            Tuple.of(3, Step.What.CANCEL),
            Tuple.of(3, Step.What.TOPUP),
            Tuple.of(3, Step.What.ADJUST),
            Tuple.of(2, Step.What.CYCLE));
    Arbitrary<Integer> credits =
        Arbitraries.integers().between(-120, 60).filter(number -> number != 0);
    return Combinators.combine(what, credits).as(Step::new).list().ofMinSize(1).ofMaxSize(14);
  }
}
