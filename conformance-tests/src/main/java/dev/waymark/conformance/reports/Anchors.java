package dev.waymark.conformance.reports;

import dev.waymark.conformance.obligations.Obligation;

/** Where on the page an obligation is proved: its row, or the rule itself. */
final class Anchors {
  private Anchors() {}

  static String of(Obligation one) {
    return one.isOfRow() ? one.id().substring(0, one.id().lastIndexOf('/')) : one.id();
  }
}
