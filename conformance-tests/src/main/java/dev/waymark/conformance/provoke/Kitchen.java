package dev.waymark.conformance.provoke;

import dev.waymark.conformance.accounts.Account;
import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.obligations.Row;
import dev.waymark.conformance.suite.Bench;
import dev.waymark.conformance.suite.Unreachable;
import dev.waymark.conformance.targets.Trouble;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.RawRequest;
import dev.waymark.conformance.wire.Request;
import dev.waymark.conformance.wire.Sender;
import java.util.function.Supplier;

/** What a recipe works with: requests that would succeed, and ways to send them. */
record Kitchen(Bench bench, Row row) {

  Operation operation() {
    return row.operation();
  }

  Pantry pantry() {
    return new Pantry(bench);
  }

  /** A request that would succeed. */
  Request good() {
    return new GoodRequests(bench).of(operation());
  }

  /** By somebody who may do it. */
  Serving usual(Request request) {
    return operation().isSecured()
        ? by(pantry().caller(operation()), request)
        : byStranger(request);
  }

  Serving by(Account caller, Request request) {
    return dress -> patient(() -> bench.deliver(caller.signed(dress.on(request))));
  }

  /** Without a key, or with one that the request brings and nobody has. */
  Serving byStranger(Request request) {
    Strangers strangers = Strangers.of(bench);
    return dress -> patient(() -> strangers.send(dress.on(request)));
  }

  /** The request's head as it would be sent, without its end, and what stands after it. */
  Serving raw(Request request, String after) {
    Request signed =
        operation().isSecured() ? pantry().caller(operation()).signed(request) : request;
    return dress -> {
      StringBuilder head = new StringBuilder(dress.on(request) + " HTTP/1.1\r\n");
      head.append("Host: ").append(bench.wire().server().getAuthority()).append("\r\n");
      dress
          .on(signed)
          .headers()
          .forEach(header ->
              head.append(header.getKey()).append(": ").append(header.getValue()).append("\r\n"));
      return bench.wire().sendRawUnchecked(new RawRequest(head + after));
    };
  }

  /** In trouble that a hook brings on the server for the time of the call. */
  Serving in(Trouble trouble, Request request) {
    return in(trouble, request, bench::deliver);
  }

  /** As above, sent in another way. */
  Serving in(Trouble trouble, Request request, Sender sender) {
    Request signed =
        operation().isSecured() ? pantry().caller(operation()).signed(request) : request;
    return dress ->
        bench
            .target()
            .hook()
            .send(trouble, dress.on(signed), sender)
            .orElseThrow(() -> new Unreachable("no hook for " + trouble.slug()));
  }

  /** Who meets a limit that is not meant here waits for it and calls again. */
  private Exchange patient(Supplier<Exchange> call) {
    Exchange exchange = call.get();
    return exchange.code().equals("RATE_LIMIT") && !row.code().equals("RATE_LIMIT")
        ? Patience.of(bench).afterwards(exchange, call)
        : exchange;
  }
}
