package dev.waymark.conformance.targets;

/**
 * A server under test.
 *
 * @param passage its time
 * @param hook what can be done to it beside calling it
 */
public record Target(Profile profile, Passage passage, Hook hook) {}
