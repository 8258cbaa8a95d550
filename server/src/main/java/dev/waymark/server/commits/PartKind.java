package dev.waymark.server.commits;

import java.util.function.Function;

/**
 * Makes a batch's part of one kind. Whoever owns the kind is the only one to name its parts.
 *
 * @param turn when its parts read: accounts are locked first, in the turn 0
 */
public record PartKind<P extends Part>(int turn, Class<P> type, Function<Batch, P> make) {}
