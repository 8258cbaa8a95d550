package dev.waymark.conformance.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.waymark.conformance.filter.Answer;
import dev.waymark.conformance.filter.Behind;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.Wallet;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.Request;
import dev.waymark.conformance.wire.Wire;
import dev.waymark.server.access.KeyStore;
import dev.waymark.server.access.NewKey;
import dev.waymark.server.access.Scope;
import dev.waymark.server.ids.AccountId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A server in this process, with its own time and database. */
final class SubjectBehind implements Behind {
  private static final Set<String> NOT_PASSED_ON =
      Set.of("host", "content-length", "transfer-encoding", "connection", "expect", "upgrade");
  private static final String OF_KEY =
      "SELECT account_id FROM api_key WHERE hash = sha256(convert_to(:key, 'UTF8'))";
  private static final String SAME_SHAPE =
      """
      UPDATE api_key SET error_format = other.error_format FROM api_key other
      WHERE api_key.id = :id AND other.hash = sha256(convert_to(:key, 'UTF8'))
      """;

  private final Subject subject;
  private final Wire wire;
  private final String operator;
  private final String stranger;

  SubjectBehind(Subject subject) {
    this.subject = subject;
    this.wire = Wire.to(subject.server().uri(), subject.time(), _ -> {});
    this.operator = subject.tenant("wide").withOperatorKey().key();
    this.stranger = subject.tenant("wide").key();
  }

  @Override
  public Answer send(Request request) {
    Request bare =
        new Request(
            request.method(),
            request.target(),
            request.headers().stream()
                .filter(header -> !NOT_PASSED_ON.contains(header.getKey().toLowerCase(Locale.ROOT)))
                .toList(),
            request.body(),
            false);
    Exchange exchange = wire.sendUnchecked(bare);
    List<Map.Entry<String, String>> headers = new ArrayList<>();
    exchange
        .headers()
        .map()
        .forEach((name, values) ->
            values.forEach(value -> headers.add(Map.entry(name, asCalled(request, value)))));
    boolean isText =
        exchange.mediaType().endsWith("json") || exchange.mediaType().startsWith("text/");
    byte[] body = isText ? asCalled(request, exchange.text()).getBytes(UTF_8) : exchange.body();
    return new Answer(exchange.status(), "", headers, body);
  }

  /** Links lead to where the caller has called. */
  private String asCalled(Request request, String text) {
    return request
        .value("Host")
        .map(host -> text.replace(subject.server().uri().getAuthority(), host))
        .orElse(text);
  }

  @Override
  public Optional<String> twin(String key) {
    KeyStore keys = subject.server().context().getBean(KeyStore.class);
    return account(key)
        .map(account ->
            subject
                .jdbi()
                .inTransaction(tx -> {
                  var issued = keys.issue(tx, new AccountId(account), NewKey.of("twin", Scope.OWN));
                  tx.createUpdate(SAME_SHAPE)
                      .bind("id", issued.id().value())
                      .bind("key", key)
                      .execute();
                  return issued.text().value();
                }));
  }

  @Override
  public String stranger() {
    return stranger;
  }

  @Override
  public String operator() {
    return operator;
  }

  @Override
  public void take(String account, long credits) {
    long balance =
        subject
            .jdbi()
            .withHandle(handle ->
                handle
                    .createQuery("SELECT balance FROM account WHERE id = :account")
                    .bind("account", account)
                    .mapTo(Long.class)
                    .one());
    new Wallet(subject.jdbi(), account).leave(Math.max(0, balance - credits));
  }

  @Override
  public Optional<String> account(String key) {
    return subject
        .jdbi()
        .withHandle(
            handle -> handle.createQuery(OF_KEY).bind("key", key).mapTo(String.class).findOne());
  }
}
