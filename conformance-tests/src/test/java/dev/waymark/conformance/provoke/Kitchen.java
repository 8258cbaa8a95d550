package dev.waymark.conformance.provoke;

import dev.waymark.conformance.contract.Operation;
import dev.waymark.conformance.subject.Subject;
import dev.waymark.conformance.subject.Tenant;
import dev.waymark.conformance.wire.Exchange;
import dev.waymark.conformance.wire.RawRequest;
import dev.waymark.conformance.wire.Request;

/** What a recipe works with: a fresh account, and requests of the operation. */
record Kitchen(Subject subject, Operation operation, Tenant tenant, Manner manner) {

  static Kitchen of(Subject subject, Operation operation, Manner manner) {
    return new Kitchen(subject, operation, manner.prepared(subject.tenant()), manner);
  }

  /** For the same operation, with a fresh account on the plan that admits next to nothing. */
  Kitchen small() {
    return new Kitchen(subject, operation, manner.prepared(subject.tenant("tiny")), manner);
  }

  /** For the same operation, on a server with other settings. */
  Kitchen at(Subject other) {
    return new Kitchen(other, operation, manner.prepared(other.tenant()), manner);
  }

  /** For the same operation and account, with a key that was never used. */
  Kitchen withFreshKey() {
    Tenant fresh = tenant.withOtherKey();
    if (!operation.scope().isEmpty()) {
      fresh.grant(operation.scope());
    }
    return new Kitchen(subject, operation, manner.prepared(fresh), manner);
  }

  /** A request that would succeed. */
  Request good() {
    return new GoodRequests(subject, tenant).of(operation);
  }

  /** With the key where one is needed, and where it says which rendering is wanted. */
  Exchange send(Request request) {
    return showsKey() ? tenant.send(manner.dressed(request)) : sendWithoutKey(request);
  }

  Exchange sendWithoutKey(Request request) {
    return subject.wire().send(manner.dressed(request));
  }

  /** The request line and headers as {@link #send} would send them, and what stands after them. */
  Exchange sendRaw(Request request, String after) {
    Request signed = showsKey() ? tenant.signed(request) : request;
    StringBuilder head = new StringBuilder(request + " HTTP/1.1\r\nHost: localhost\r\n");
    manner
        .dressed(signed)
        .headers()
        .forEach(header ->
            head.append(header.getKey()).append(": ").append(header.getValue()).append("\r\n"));
    return subject.wire().sendRaw(new RawRequest(head + after));
  }

  private boolean showsKey() {
    return operation.isSecured() || manner.pinned().isPresent();
  }
}
