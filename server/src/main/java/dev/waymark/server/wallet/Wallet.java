package dev.waymark.server.wallet;

import java.time.Instant;

/** An account's credits and the 30-day cycle that they are granted for. */
public record Wallet(Credits balance, Instant cycleStartedAt, Instant cycleEndsAt) {}
