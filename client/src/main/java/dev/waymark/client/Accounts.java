package dev.waymark.client;

/** The account that the key belongs to. */
public interface Accounts {

  /** Plan, credits, limits and usage, as of now. */
  Account get();
}
