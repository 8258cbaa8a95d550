package dev.waymark.conformance.command;

import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Map;

/**
 * What a command has around it.
 *
 * @param out for what was asked for
 * @param err for progress and what went wrong
 * @param isTerminal whether a line on {@code err} can be written over
 * @param environment the variables
 */
public record Surroundings(
    PrintStream out,
    PrintStream err,
    boolean isTerminal,
    Map<String, String> environment,
    InstantSource time,
    Suites suites) {}
