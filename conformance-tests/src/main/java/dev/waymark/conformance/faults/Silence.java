package dev.waymark.conformance.faults;

import java.util.Locale;

/** Ways for an attempt to get no answer. */
public enum Silence implements Step {
  /** The connection is reset before anything of the request is read. */
  RESET_BEFORE_READING,
  /** The connection is reset when all of the request has been read. */
  RESET_AFTER_READING,
  /** The connection is closed, in order, when all of the request has been read. */
  CLOSED_AFTER_READING,
  /** The connection stays open and nothing comes. */
  NOTHING_COMES;

  @Override
  public String shown() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
