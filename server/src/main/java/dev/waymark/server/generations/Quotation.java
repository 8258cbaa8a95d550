package dev.waymark.server.generations;

import dev.waymark.server.models.Order;
import dev.waymark.server.wallet.Credits;

/** What an order would cost, beside what the account has. */
record Quotation(Order order, Credits balance) {
  boolean affordable() {
    return order.price().compareTo(balance) <= 0;
  }
}
