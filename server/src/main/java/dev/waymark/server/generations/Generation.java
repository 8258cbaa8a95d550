package dev.waymark.server.generations;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.server.ids.AccountId;
import dev.waymark.server.ids.GenerationId;
import dev.waymark.server.ids.RequestId;
import dev.waymark.server.models.Order;
import dev.waymark.server.wallet.Credits;
import java.time.Instant;
import java.util.Optional;

/** One generation as it was stored when it was read. */
record Generation(
    GenerationId id,
    AccountId account,
    RequestId request,
    Status status,
    String model,
    String prompt,
    JsonNode parameters,
    Credits estimate,
    Optional<Credits> used,
    Optional<JsonNode> error,
    Optional<Download> download,
    Instant createdAt,
    Optional<Instant> startedAt,
    Optional<Instant> finishedAt) {

  /** The address part of a finished generation's output, and when it ends. */
  record Download(String name, Instant expiresAt) {}

  /** A generation that is accepted at this time. */
  static Generation accepted(
      GenerationId id, AccountId account, RequestId request, Order order, Instant now) {
    return new Generation(
        id,
        account,
        request,
        Status.PENDING,
        order.model().slug(),
        order.prompt(),
        order.parameters(),
        order.price(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        now,
        Optional.empty(),
        Optional.empty());
  }

  /** How it stood when it was accepted: what the first answer said, whatever has happened since. */
  Generation asAccepted() {
    return new Generation(
        id,
        account,
        request,
        Status.PENDING,
        model,
        prompt,
        parameters,
        estimate,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        createdAt,
        Optional.empty(),
        Optional.empty());
  }
}
