package dev.waymark.client;

import dev.waymark.errors.ChargeState;

/**
 * What has become of the credits of a call or a generation: {@code credits} of them are {@code
 * state}.
 */
public record Charge(ChargeState state, long credits) {}
