package dev.waymark.server.accounts;

import dev.waymark.server.wallet.Credits;
import dev.waymark.server.wallet.Wallet;

/**
 * How an account stands at one moment.
 *
 * @param purchased the part of the balance that does not end with the cycle
 * @param held for generations in flight
 * @param running generations in flight
 * @param accepted generations that were accepted in the running cycle
 * @param used credits that were settled in the running cycle
 */
public record Statement(
    Wallet wallet, Credits purchased, Credits held, int running, long accepted, Credits used) {}
